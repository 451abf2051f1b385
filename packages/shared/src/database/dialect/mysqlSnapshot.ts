import type { Connection } from 'mysql2'
import type { Dialect, PlainValue, SnapshotColumn } from './dialect.ts'

/** Rows that have come and wait to be taken. */
const waiting = 50

export const snapshot: Dialect['snapshot'] = {
  async read(knex, work) {
    const connection: Connection = await knex.client.acquireConnection()
    try {
      await connection.promise().query('set transaction isolation level repeatable read')
      await connection.promise().query('start transaction with consistent snapshot, read only')
      const result = await work((table, columns) => rowsOf(connection, table, columns))
      await connection.promise().query('commit')
      return result
    } catch (error) {
      // Rows may still be on their way.
      connection.destroy()
      throw error
    } finally {
      await knex.client.releaseConnection(connection)
    }
  },
}

async function* rowsOf(connection: Connection, table: string, columns: readonly SnapshotColumn[]): AsyncGenerator<PlainValue[]> {
  const query = connection.query({
    sql: 'select ?? from ??',
    values: [columns.map(({ name }) => name), table],
    rowsAsArray: true,
    // As it stands there: a value that is read and written again may be another.
    typeCast: (field, next) => (field.type === 'JSON' ? field.string('utf8') : next()),
  })
  for await (const row of query.stream({ highWaterMark: waiting })) yield row.map(plain)
}

function plain(value: PlainValue | Date): PlainValue {
  return value instanceof Date ? value.getTime() : value
}
