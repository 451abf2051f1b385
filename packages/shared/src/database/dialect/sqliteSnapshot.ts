import type { Database } from 'better-sqlite3'
import type { Dialect, PlainValue, SnapshotColumn } from './dialect.ts'

type Stored = string | bigint | number | Buffer | null

export const snapshot: Dialect['snapshot'] = {
  async read(knex, work) {
    const connection: Database = await knex.client.acquireConnection()
    try {
      connection.exec('begin')
      // What is read first is the instant.
      connection.prepare('select 1 from sqlite_master limit 1').get()
      return await work((table, columns) => rowsOf(connection, table, columns))
    } finally {
      if (connection.inTransaction) connection.exec('rollback')
      await knex.client.releaseConnection(connection)
    }
  },
}

async function* rowsOf(connection: Database, table: string, columns: readonly SnapshotColumn[]): AsyncGenerator<PlainValue[]> {
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const rows = connection.prepare<[], Stored[]>(`select ${names} from "${table}"`).raw().safeIntegers().iterate()
  for (const row of rows) yield row.map(plain)
}

function plain(value: Stored): PlainValue {
  if (typeof value !== 'bigint') return value
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : String(value)
}
