import type { Knex } from 'knex'
import { insertRows, type Database } from '../database/index.ts'
import { kinds, sources, type Kind, type Source } from './sources.ts'

/** Rows that are read, in runs that begin at places apart from each other. */
const runs = 40
const rowsOfRun = 125

/** Rows of the sample that must have a word before it is noted. */
const fewest = 5

/**
 * Counts anew how common words are, from a sample of some thousand rows of each kind. What it notes decides only how a search
 * is done, never what it finds.
 */
export async function countWords(database: Database): Promise<void> {
  for (const kind of kinds) {
    const counted = await countKind(database.knex, kind)
    await database.knex.transaction(async (trx) => {
      await trx('search_words').where({ kind }).delete()
      await insertRows({ db: trx, database }, 'search_words', counted)
    })
  }
}

async function countKind(knex: Knex, kind: Kind) {
  const source = sources[kind]
  const [all] = await knex(source.table).count<{ rows: number | string }[]>({ rows: '*' })
  const rows = Number(all?.rows ?? 0)
  const counts = new Map<string, number>()
  let read = 0
  for (const tokens of await sample(knex, source)) {
    read++
    for (const word of new Set(tokens.split(/\s+/))) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  counts.delete('')
  const common = [...counts].filter(([, count]) => count >= fewest)
  const noted = common.map(([word, count]) => ({ kind, word, rowCount: Math.round((count / read) * rows) }))
  return [{ kind, word: '', rowCount: rows }, ...noted]
}

/**
 * The words of rows from all over the table. Ids begin with the time they were made at, so that even distances in them are so
 * in time. Those of the rows that came with the program do not, and stand anywhere: each distance is measured from the last
 * row that was read, and what seems to come after today is left out.
 */
async function sample(knex: Knex, { table, key }: Source): Promise<string[]> {
  const made = () => knex(table).where(key, '<', idFrom(Date.now() + 1))
  const ids = await made().min({ first: key }).max({ last: key }).first<{ first: string | null; last: string | null }>()
  if (ids.first === null || ids.last === null) return []
  const end = timeOf(ids.last)
  const found = new Map<string, string>()
  for (let run = 0, from = timeOf(ids.first); run < runs; run++) {
    const rows = await made()
      .where(key, '>=', idFrom(from))
      .orderBy(key)
      .limit(rowsOfRun)
      .select<{ id: string; tokens: string }[]>({ id: key }, 'tokens')
    for (const { id, tokens } of rows) found.set(id, tokens)
    const reached = timeOf(rows.at(-1)?.id ?? ids.last)
    from = reached + (end - reached) / (runs - run)
  }
  return [...found.values()]
}

const timeOf = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16)

/** The beginning of the ids of a time. */
const idFrom = (time: number) => Math.floor(time).toString(16).padStart(12, '0').replace(/^.{8}/, '$&-')
