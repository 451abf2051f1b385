import type { Connection } from 'mysql2'
import type { Dialect } from './dialect.ts'

/** One gets one of the server's cores. */
const connections = 2

export const bulk: Dialect['bulk'] = {
  async load(knex, work) {
    const free: Connection[] = []
    for (let number = 0; number < connections; number += 1) free.push(await knex.client.acquireConnection())
    const all = [...free]
    try {
      for (const connection of all) await connection.promise().query('set foreign_key_checks = 0, unique_checks = 0')
      await work(async (table, columns, rows) => {
        const connection = free.pop()
        if (!connection) throw new Error(`At most ${connections} inserts are under way at once`)
        // `??` quotes their names: what may name a column may be a word of the language, too.
        await connection.promise().query('insert into ?? (??) values ?', [table, columns, rows])
        free.push(connection)
      })
      for (const connection of all) await connection.promise().query('set foreign_key_checks = 1, unique_checks = 1')
    } catch (error) {
      // They must not go back to the pool without their checks.
      for (const connection of all) connection.destroy()
      throw error
    } finally {
      for (const connection of all) await knex.client.releaseConnection(connection)
    }
  },

  async analyze(knex, tables) {
    await knex.raw(`analyze table ${tables.join(', ')}`)
  },
}
