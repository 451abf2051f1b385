import type { Database, Statement } from 'better-sqlite3'
import type { BulkValue, Dialect, Insert } from './dialect.ts'

const asStored = (value: BulkValue) => (value instanceof Date ? value.getTime() : value)

function makeInsert(connection: Database): Insert {
  const prepared = new Map<string, Statement>()
  const writeAll = connection.transaction((statement: Statement, rows: readonly (readonly BulkValue[])[]) => {
    for (const row of rows) statement.run(row.map(asStored))
  })
  return async (table, columns, rows) => {
    const sql = `insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`
    const statement = prepared.get(sql) ?? connection.prepare(sql)
    prepared.set(sql, statement)
    writeAll(statement, rows)
  }
}

export const bulk: Dialect['bulk'] = {
  async load(knex, work, megabytes = 500) {
    const connection: Database = await knex.client.acquireConnection()
    try {
      connection.pragma('foreign_keys = OFF')
      connection.pragma('synchronous = OFF')
      connection.pragma(`cache_size = -${megabytes * 1_000}`)
      await work(makeInsert(connection))
    } finally {
      connection.pragma('cache_size = -16000')
      connection.pragma('synchronous = FULL')
      connection.pragma('foreign_keys = ON')
      await knex.client.releaseConnection(connection)
    }
  },

  async analyze(knex) {
    await knex.raw('analyze')
  },
}
