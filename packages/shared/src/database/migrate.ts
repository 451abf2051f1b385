import type { Knex } from 'knex'
import type { Database } from './openDatabase.ts'
import { migrations } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'

/** Brings the schema up to date; several processes may call it at once. Answers the names of what it applied. */
export async function migrate(database: Database): Promise<string[]> {
  const applied: string[] = []
  await database.dialect.migrating(database.knex, async (knex) => {
    const rows = await knex('migrations').select<MigrationRow[]>('name', 'appliedAt')
    const done = new Set(rows.filter(({ appliedAt }) => appliedAt !== null).map(({ name }) => name))
    const unknown = rows.map(({ name }) => name).filter((name) => !migrations.some((migration) => migration.name === name))
    if (unknown.length > 0) {
      throw new Error(`The database is newer than this program: it has ${unknown.join(', ')}. Start a newer version of Prologue.`)
    }
    for (const migration of migrations) {
      if (done.has(migration.name)) continue
      await begin(knex, migration, rows)
      await migration.up(knex, database.dialect)
      await knex('migrations').where({ name: migration.name }).update({ appliedAt: new Date() })
      applied.push(migration.name)
    }
  })
  return applied
}

/** `appliedAt` is null from the moment a migration begins until it has ended. */
type MigrationRow = { name: string; appliedAt: Date | number | null }

/**
 * Notes that a migration begins. What a killed run of it left half done goes first; tables that nobody noted are
 * somebody else's and stay.
 */
async function begin(knex: Knex, migration: Migration, rows: MigrationRow[]): Promise<void> {
  if (rows.some(({ name }) => name === migration.name)) return migration.down(knex)
  for (const table of migration.tables) {
    if (!(await knex.schema.hasTable(table))) continue
    throw new Error(`The database has a table ${table} already, which Prologue did not make. Give it a database of its own.`)
  }
  await knex('migrations').insert({ name: migration.name, appliedAt: null })
}

/** Whether every migration of this program is in the database. */
export async function isMigrated(database: Database): Promise<boolean> {
  const done = new Set(await database.knex('migrations').whereNotNull('appliedAt').pluck<string[]>('name'))
  return migrations.every((migration) => done.has(migration.name))
}
