import type { Connection } from 'mysql2'
import type { Dialect } from './dialect.ts'

export const bulk: Dialect['bulk'] = {
  async load(knex, work) {
    const connection: Connection = await knex.client.acquireConnection()
    const session = connection.promise()
    try {
      await session.query('set foreign_key_checks = 0, unique_checks = 0')
      await work(async (table, columns, rows) => {
        await session.query(`insert into ${table} (${columns.join(', ')}) values ?`, [rows])
      })
      await session.query('set foreign_key_checks = 1, unique_checks = 1')
    } catch (error) {
      // It must not go back to the pool without its checks.
      connection.destroy()
      throw error
    } finally {
      await knex.client.releaseConnection(connection)
    }
  },

  async analyze(knex, tables) {
    await knex.raw(`analyze table ${tables.join(', ')}`)
  },
}
