import { aggregates } from './migrations/triggers/aggregates.ts'
import { guards } from './migrations/triggers/guards.ts'
import type { Database } from './openDatabase.ts'

/**
 * Does work while the database's triggers are away: what is written counts nowhere and is refused nowhere, so nothing else may
 * write. They come back however it ends; a process that is killed leaves a database without them, of which the status of
 * migrations tells.
 */
export async function withoutTriggers({ knex, dialect }: Database, work: () => Promise<void>): Promise<void> {
  const triggers = [...guards(dialect), ...aggregates(dialect)]
  try {
    for (const { name } of triggers) await knex.raw(`drop trigger if exists ${name}`)
    await work()
  } finally {
    for (const trigger of triggers) {
      // Some are there still where dropping them failed.
      await knex.raw(`drop trigger if exists ${trigger.name}`)
      await knex.raw(dialect.trigger(trigger))
    }
  }
}
