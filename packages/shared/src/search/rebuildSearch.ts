import type { Knex } from 'knex'
import type { Pojo } from 'objection'
import type { Database } from '../database/index.ts'
import type { BaseModel } from '../models/BaseModel.ts'
import { addSearchDocuments, Conversation, Prompt, searchedFields, Template, writeSearchDocuments } from '../models/index.ts'
import { countWords } from './countWords.ts'
import { kinds, sources, type Kind } from './sources.ts'

const models = { templates: Template, conversations: Conversation, prompts: Prompt }

/** After all ids. */
const end = 'z'

/** Rows of a transaction. */
const batch = 500

/** Rows whose words are thrown away without regret. */
const few = 2 * batch

/** Told while it goes on: what it is at, and how many rows of how many are done. */
type Report = (step: string, done: number, of: number) => void

/**
 * Writes the words of all rows anew, for rows that were written past the models, or when words are read otherwise than before.
 * Where hardly any row has words yet, nobody may search or write meanwhile, and it takes a fraction of the time.
 */
export async function rebuildSearch(database: Database, report: Report = () => {}): Promise<void> {
  for (const kind of kinds) await rebuildKind(database, kind, report)
  await countWords(database)
}

async function rebuildKind(database: Database, kind: Kind, report: Report): Promise<void> {
  const { knex, dialect } = database
  const { table, key } = sources[kind]
  const { searched } = models[kind]
  const [counted] = await knex(kind).count<{ rows: number }[]>({ rows: '*' })
  const isNew = (await knex(table).limit(few).select(key)).length < few
  const write = isNew ? addSearchDocuments : writeSearchDocuments
  const writeAll = async () => {
    if (isNew) await knex(table).delete()
    for (let after = '', done = 0; after !== end;) {
      after = await knex.transaction(async (trx) => {
        const rows = await rowsAfter(trx, kind, after)
        await write({ db: trx, database }, searched, rows)
        report(`words of ${kind}`, (done += rows.length), counted?.rows ?? 0)
        return rows.length < batch ? end : String(rows.at(-1)?.['id'])
      })
    }
  }
  await (isNew ? dialect.search.refill(knex, table, writeAll) : writeAll())
}

/** Locked: their words must not be older than what somebody writes meanwhile. */
async function rowsAfter(trx: Knex, kind: Kind, after: string): Promise<Pojo[]> {
  const model: typeof BaseModel = models[kind]
  const rows = await model
    .query(trx)
    .context({ withDeleted: true })
    .where('id', '>', after)
    .orderBy('id')
    .limit(batch)
    .select('id', ...searchedFields(models[kind].searched))
    .forUpdate()
  return rows.map((row) => row.$toJson())
}
