import type { Knex } from 'knex'

/** How many connections are in use and free, and how many callers wait for one. */
export function poolState(knex: Knex): { used: number; free: number; waiting: number } {
  const { pool } = knex.client
  return { used: pool.numUsed(), free: pool.numFree(), waiting: pool.numPendingAcquires() }
}
