import type { Knex } from 'knex'
import type { Connection, RowDataPacket } from 'mysql2'
import type { Dialect } from './dialect.ts'

async function run(knex: Knex, query: Knex.QueryBuilder): Promise<RowDataPacket[]> {
  const { sql, bindings } = query.toSQL().toNative()
  const connection: Connection = await knex.client.acquireConnection()
  try {
    return await new Promise((resolve, reject) => {
      connection.query<RowDataPacket[]>(sql, [...bindings], (error, rows) => (error ? reject(error) : resolve(rows)))
    })
  } finally {
    await knex.client.releaseConnection(connection)
  }
}

export const direct: Dialect['direct'] = {
  async insert(knex, table, rows) {
    await run(knex, knex(table).insert(rows))
  },

  async run(knex, query) {
    await run(knex, query)
  },

  async select(knex, query) {
    return knex.client.config.postProcessResponse(await run(knex, query))
  },
}
