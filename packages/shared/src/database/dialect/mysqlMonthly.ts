import type { Knex } from 'knex'
import type { Dialect } from './dialect.ts'
import { monthsBetween, nextMonth, startOfMonth } from './months.ts'

/** Seconds a change of partitions waits for others to let go of the table: they wait behind it meanwhile. */
const patience = 5

/** The instant before which the rows of a partition are. */
type Month = { name: string; bound: string }

export const monthly: Dialect['monthly'] = {
  partition: (knex, table, column) => [
    knex.raw(`alter table ${table} partition by range columns(${column}) (partition later values less than (maxvalue))`),
  ],

  async ensure(knex, table, now, months) {
    await changing(knex, table, async (connection) => {
      const there = (await monthsOf(connection, table)).map(({ bound }) => bound)
      const last = there.at(-1)
      // Where no process has run for a while, the months between are made too.
      const first = last === undefined ? startOfMonth(now) : new Date(last)
      const missing = monthsBetween(first, startOfMonth(now, months)).map(partitionOf)
      if (missing.length === 0) return
      await connection.raw(
        `alter table ${table} reorganize partition later into (${missing.join(', ')}, partition later values less than (maxvalue))`,
      )
    })
  },

  async dropBefore(knex, table, _column, cut) {
    await changing(knex, table, async (connection) => {
      const gone = (await monthsOf(connection, table)).filter(({ bound }) => new Date(bound) <= cut)
      if (gone.length > 0) await connection.raw(`alter table ${table} drop partition ${gone.map(({ name }) => name).join(', ')}`)
    })
  },
}

function partitionOf(month: Date): string {
  const name = `m${month.toISOString().slice(0, 7).replace('-', '')}`
  return `partition ${name} values less than ('${nextMonth(month).toISOString().slice(0, 10)}')`
}

/** The partitions that are months, the oldest first. */
async function monthsOf(connection: Knex, table: string): Promise<Month[]> {
  const [rows]: Month[][] = await connection.raw(
    `select partition_name as name, trim(both '\\'' from partition_description) as bound from information_schema.partitions
      where table_schema = database() and table_name = ? and partition_description <> 'MAXVALUE'
      order by partition_ordinal_position`,
    [table],
  )
  return rows ?? []
}

/** One process at a time changes the months of a table. */
async function changing(knex: Knex, table: string, work: (connection: Knex) => Promise<void>): Promise<void> {
  // A transaction for its one connection: what changes a table is committed at once.
  await knex.transaction(async (connection) => {
    const name = `left(concat('months-', ?, '-', database()), 64)`
    const [rows]: { held: number | null }[][] = await connection.raw(`select get_lock(${name}, 60) as held`, [table])
    if (rows?.[0]?.held !== 1) throw new Error(`Another process is changing the months of ${table} and does not come to an end.`)
    await connection.raw('set session lock_wait_timeout = ?', [patience])
    try {
      await work(connection)
    } finally {
      await connection.raw('set session lock_wait_timeout = default')
      await connection.raw(`select release_lock(${name})`, [table])
    }
  })
}
