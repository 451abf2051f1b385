import { aggregates } from './migrations/triggers/aggregates.ts'
import { guards } from './migrations/triggers/guards.ts'
import { views } from './migrations/triggers/views.ts'
import type { Database } from './openDatabase.ts'

/** The triggers and views of the program that are gone from the database, by name. */
export async function missingGuards({ knex, dialect }: Database): Promise<string[]> {
  const described = await dialect.describe(knex)
  const there = new Set([...described.triggers, ...described.views].map(({ name }) => name))
  const all = [...guards(dialect), ...aggregates(dialect), ...views(dialect)].map(({ name }) => name)
  return all.filter((name) => !there.has(name))
}

/** Makes the triggers and views that are gone, and answers their names. What they would have done meanwhile is not done. */
export async function repairGuards(database: Database): Promise<string[]> {
  const { dialect } = database
  const missing = await missingGuards(database)
  await dialect.migrating(database.knex, async (knex) => {
    for (const trigger of [...guards(dialect), ...aggregates(dialect)]) {
      if (missing.includes(trigger.name)) await knex.raw(dialect.trigger(trigger))
    }
    for (const { name, query } of views(dialect)) {
      if (missing.includes(name)) await knex.raw(`create view ${name} as ${query}`)
    }
  })
  return missing
}
