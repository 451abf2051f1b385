import type { Ctx } from '../context.ts'
import { insertRows } from '../database/index.ts'
import { documentTokens, filterBits, filterTerms, type Filter } from '../database/words/index.ts'

/** By which fields rows are found: how much the words of each weigh, and how its value is read if it is more than a text. */
export type Searched = {
  noun: 'template' | 'conversation' | 'prompt'
  fields: Readonly<Record<string, { weight: number; read?: (value: unknown) => string }>>
  /** By what else they are found: the fields that tell it, and the column that keeps all of it in one number. */
  filters?: { fields: readonly string[]; column: string; read: (row: Row) => Filter[] }
}

/** Within the transaction that changes the rows. */
type Writer = Pick<Ctx, 'db' | 'database'>

type Row = Readonly<Record<string, unknown>>

/** What of a row is read to write its words. */
export function searchedFields({ fields, filters }: Searched): string[] {
  return [...new Set([...Object.keys(fields), ...(filters ? [...filters.fields, filters.column] : [])])]
}

/** Writes the words that rows are found by, in the place of those they had. */
export async function writeSearchDocuments(ctx: Writer, searched: Searched, rows: readonly Row[]): Promise<void> {
  const { db, database } = ctx
  const { direct } = database.dialect
  const table = `${searched.noun}_search`
  const key = `${searched.noun}Id`
  for (const row of rows) {
    const filters = filtersOf(searched, row)
    const words = { [key]: row['id'], tokens: tokensOf(searched, row, filters) }
    await direct.run(db, db(table).insert(words).onConflict(key).merge(['tokens']))
    await writeBits(ctx, searched, row, filters)
  }
}

/** The same where no row has any words yet. */
export async function addSearchDocuments(ctx: Writer, searched: Searched, rows: readonly Row[]): Promise<void> {
  const documents: { [column: string]: unknown }[] = []
  for (const row of rows) {
    const filters = filtersOf(searched, row)
    documents.push({ [`${searched.noun}Id`]: row['id'], tokens: tokensOf(searched, row, filters) })
    await writeBits(ctx, searched, row, filters)
  }
  await insertRows(ctx, `${searched.noun}_search`, documents)
}

const filtersOf = ({ filters }: Searched, row: Row) => filters?.read(row) ?? []

async function writeBits({ db, database }: Writer, { noun, filters }: Searched, row: Row, all: readonly Filter[]): Promise<void> {
  const bits = filterBits(filterTerms(all))
  // A row that was inserted has what the column has by itself.
  if (!filters || bits === Number(row[filters.column] ?? 0)) return
  const update = db(`${noun}s`)
    .where({ id: row['id'] })
    .update({ [filters.column]: bits })
  await database.dialect.direct.run(db, update)
}

function tokensOf({ fields }: Searched, row: Row, filters: readonly Filter[]): string {
  const parts = Object.entries(fields).map(([name, { weight, read = String }]) => ({ text: read(row[name] ?? ''), weight }))
  return documentTokens(parts, filters)
}
