import type { Database, Statement } from 'better-sqlite3'
import type { Knex } from 'knex'
import type { Dialect } from './dialect.ts'

/** Statements that a connection keeps prepared: lists of ids of every length make ever new ones. */
const most = 200

/** Each connection's own, the one used last at the end: to prepare takes longer than to run. */
const prepared = new WeakMap<Database, Map<string, Statement>>()

function prepare(connection: Database, sql: string): Statement {
  const statements = prepared.get(connection) ?? new Map<string, Statement>()
  prepared.set(connection, statements)
  const statement = statements.get(sql) ?? connection.prepare(sql)
  statements.delete(sql)
  statements.set(sql, statement)
  const [oldest] = statements.keys()
  if (oldest !== undefined && statements.size > most) statements.delete(oldest)
  return statement
}

/** Rows of one statement, which is much faster where words are indexed; fewer go one by one: one length, one statement to keep. */
const together = 50

const asStored = (value: unknown) => (value instanceof Date ? value.getTime() : (value ?? null))

async function withConnection<T>(knex: Knex, work: (connection: Database) => T): Promise<T> {
  const connection: Database = await knex.client.acquireConnection()
  try {
    return work(connection)
  } finally {
    await knex.client.releaseConnection(connection)
  }
}

function run(connection: Database, query: Knex.QueryBuilder): void {
  const { sql, bindings } = query.toSQL().toNative()
  prepare(connection, sql).run(bindings.map(asStored))
}

export const direct: Dialect['direct'] = {
  insert: (knex, table, rows) =>
    withConnection(knex, (connection) => {
      for (let start = 0; start < rows.length; start += together) {
        const some = rows.slice(start, start + together)
        for (const part of some.length === together ? [some] : some) run(connection, knex(table).insert(part))
      }
    }),

  run: (knex, query) => withConnection(knex, (connection) => run(connection, query)),

  select: (knex, query) =>
    withConnection(knex, (connection) => {
      const { sql, bindings } = query.toSQL().toNative()
      return knex.client.config.postProcessResponse(prepare(connection, sql).all(bindings.map(asStored)))
    }),
}
