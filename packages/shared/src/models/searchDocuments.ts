import type { Knex } from 'knex'
import { insertRows } from '../database/index.ts'
import { documentTokens } from '../database/words/index.ts'

/** By which fields rows are found: how much the words of each weigh, and how its value is read if it is more than a text. */
export type Searched = {
  noun: 'template' | 'conversation' | 'prompt'
  fields: Readonly<Record<string, { weight: number; read?: (value: unknown) => string }>>
}

type Row = Record<string, unknown>

/** Writes the words that rows are found by, in the place of those they had. */
export async function writeSearchDocuments(db: Knex, searched: Searched, rows: readonly Row[]): Promise<void> {
  const table = `${searched.noun}_search`
  const key = `${searched.noun}Id`
  for (const row of rows) {
    const words = { [key]: row['id'], tokens: tokensOf(searched, row) }
    await db(table).insert(words).onConflict(key).merge(['tokens'])
  }
}

/** The same where no row has any words yet. */
export async function addSearchDocuments(db: Knex, searched: Searched, rows: readonly Row[]): Promise<void> {
  const documents = rows.map((row) => ({ [`${searched.noun}Id`]: row['id'], tokens: tokensOf(searched, row) }))
  await insertRows(db, `${searched.noun}_search`, documents)
}

function tokensOf({ fields }: Searched, row: Row): string {
  return documentTokens(
    Object.entries(fields).map(([name, { weight, read = String }]) => ({ text: read(row[name] ?? ''), weight })),
  )
}
