import type { Dialect } from './dialect.ts'

export const monthly: Dialect['monthly'] = {
  partition: () => [],
  ensure: () => Promise.resolve(),

  async dropBefore(knex, table, column, cut) {
    await knex.transaction(async (trx) => {
      const guards: { name: string; sql: string }[] = await trx('sqlite_master')
        .where({ type: 'trigger', tbl_name: table })
        .where('sql', 'like', '% before delete %')
        .select('name', 'sql')
      // Nobody else writes before this transaction ends, and then they are there again.
      for (const { name } of guards) await trx.raw('drop trigger ??', [name])
      await trx(table).where(column, '<', cut).delete()
      for (const { sql } of guards) await trx.raw(sql)
    })
  },
}
