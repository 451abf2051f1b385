import { setTimeout } from 'node:timers/promises'
import type { Knex } from 'knex'
import type { Dialect } from './dialect.ts'

/** Milliseconds that whoever settles waits for transactions that hold a gate, and between its tries. */
const patience = 10_000
const pause = 20

// Each half second writers go through the other gate, so that the one before it empties.
const firstHalf = '(microsecond(now(3)) < 500000)'

export const gates: Dialect['gates'] = {
  closed: (gates) => `not exists (select 1 from ${gates} where number = ${firstHalf} for share)`,

  async settle(knex, gates) {
    const passed = new Set<number>()
    for (const deadline = Date.now() + patience; Date.now() < deadline; await setTimeout(pause)) {
      const number = await passIdleGate(knex, gates)
      if (number !== null) passed.add(number)
      if (passed.size === 2) return true
    }
    return false
  },
}

/** The number of the gate that nobody goes through now, or null while somebody still holds it. */
async function passIdleGate(knex: Knex, gates: string): Promise<number | null> {
  try {
    // A transaction of its own: held for no longer than the statement takes.
    const [rows]: { number: number }[][] = await knex.raw(
      `select number from ${gates} where number <> ${firstHalf} for update nowait`,
    )
    return rows?.[0]?.number ?? null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ER_LOCK_NOWAIT') return null
    throw error
  }
}
