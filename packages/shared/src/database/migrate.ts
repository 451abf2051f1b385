import type { Database } from './openDatabase.ts'
import { migrations } from './migrations/index.ts'

/** Brings the schema up to date; several processes may call it at once. Answers the names of what it applied. */
export async function migrate(database: Database): Promise<string[]> {
  const applied: string[] = []
  await database.dialect.migrating(database.knex, async (knex) => {
    const done = new Set(await knex('migrations').pluck<string[]>('name'))
    const unknown = [...done].filter((name) => !migrations.some((migration) => migration.name === name))
    if (unknown.length > 0) {
      throw new Error(`The database is newer than this program: it has ${unknown.join(', ')}. Start a newer version of Prologue.`)
    }
    for (const migration of migrations) {
      if (done.has(migration.name)) continue
      // What a killed run left half done goes first.
      await migration.down(knex)
      await migration.up(knex, database.dialect)
      await knex('migrations').insert({ name: migration.name, applied_at: new Date() })
      applied.push(migration.name)
    }
  })
  return applied
}

/** Whether every migration of this program is in the database. */
export async function isMigrated(database: Database): Promise<boolean> {
  const done = new Set(await database.knex('migrations').pluck<string[]>('name'))
  return migrations.every((migration) => done.has(migration.name))
}
