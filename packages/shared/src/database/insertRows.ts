import type { Knex } from 'knex'

/** Rows in one statement: 3,000 values for the widest table, where SQLite takes 32,766 and 500 rows. */
const chunk = 200

/**
 * Inserts rows within the caller's transaction, some in one statement. knex's own `batchInsert` waits for a timer and opens
 * a savepoint each time, which takes longer than the insert.
 */
export async function insertRows(trx: Knex, table: string, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += chunk) await trx(table).insert(rows.slice(start, start + chunk))
}
