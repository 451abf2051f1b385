import type { Knex } from 'knex'
import type { Dialect } from './dialect/index.ts'

/** Rows in one statement: what many changes at once leave, MySQL does not take at once. */
const chunk = 200

type Writer = { db: Knex; database: { dialect: Dialect } }

/**
 * Inserts rows within the caller's transaction, past what knex does around each of its own. Its `batchInsert` waits for a timer
 * and opens a savepoint each time, which takes longer than the insert.
 */
export async function insertRows({ db, database }: Writer, table: string, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += chunk) {
    await database.dialect.direct.insert(db, table, rows.slice(start, start + chunk))
  }
}
