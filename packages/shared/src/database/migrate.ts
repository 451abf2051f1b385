import type { Knex } from 'knex'
import { checksum } from './checksum.ts'
import type { Dialect } from './dialect/index.ts'
import type { Migration } from './migrations/migration.ts'
import { migrations } from './migrations/index.ts'
import type { Database } from './openDatabase.ts'

/** A migration as the database remembers it. `appliedAt` is null from the moment it begins until it has ended. */
type MigrationRow = { name: string; checksum: string; appliedAt: Date | number | null }

/** Stands among the migrations while a backup is being restored, and stays where that did not come to its end. */
export const restoreMark = 'restore-under-way'

/**
 * Brings the schema up to date; several processes may call it at once. Answers the names of what it applied.
 * @throws Error with a sentence for the operator where the database is newer, or not what the program made.
 */
export async function migrate(database: Database): Promise<string[]> {
  const applied: string[] = []
  const { dialect } = database
  await dialect.migrating(database.knex, async (knex) => {
    const rows = await readMigrations(knex)
    for (const migration of migrations) {
      const row = rows.find(({ name }) => name === migration.name)
      const sum = checksum(migration, knex, dialect)
      if (row?.appliedAt != null) {
        if (row.checksum === sum) continue
        if (!migration.repeatable) throw new Error(changed(migration))
      } else await beginMigration(knex, dialect, migration, row, sum)
      for (const step of migration.up(knex, dialect)) await step
      await knex('migrations').where({ name: migration.name }).update({ checksum: sum, appliedAt: new Date() })
      applied.push(migration.name)
    }
  })
  return applied
}

/**
 * Takes back the latest `steps` migrations with all that is in their tables, the latest first. Answers their names.
 * @throws Error as `migrate` does.
 */
export async function rollback(database: Database, steps: number): Promise<string[]> {
  const undone: string[] = []
  const { dialect } = database
  await dialect.migrating(database.knex, async (knex) => {
    const rows = await readMigrations(knex)
    const there = migrations.filter((migration) => rows.some(({ name }) => name === migration.name))
    for (const migration of there.toReversed().slice(0, steps)) {
      // Whoever looks sees it half there; a run that is killed here goes on from this.
      await knex('migrations').where({ name: migration.name }).update({ appliedAt: null })
      for (const step of migration.down(knex, dialect)) await step
      await knex('migrations').where({ name: migration.name }).delete()
      undone.push(migration.name)
    }
  })
  return undone
}

/** Adds what is missing of the data that belongs to the program. Needs a database that is up to date. */
export async function seed({ knex, dialect }: Database): Promise<void> {
  await dialect.migrating(knex, async (trx) => {
    for (const migration of migrations.filter(({ repeatable }) => repeatable)) {
      for (const step of migration.up(trx, dialect)) await step
    }
  })
}

export type MigrationStatus = {
  name: string
  /** Changed: made by a migration that says something else, or a trigger or view of it is gone. */
  state: 'applied' | 'waiting' | 'interrupted' | 'changed' | 'unknown'
  appliedAt: Date | null
}

/** Each migration of the program, and those of a newer one, as the database has them. Changes nothing. */
export async function listMigrations({ knex, dialect }: Database): Promise<MigrationStatus[]> {
  const rows = (await knex.schema.hasTable('migrations')) ? await knex('migrations').select<MigrationRow[]>() : []
  const { triggers, views } = await dialect.describe(knex)
  const there = new Set([...triggers, ...views].map(({ name }) => name))
  const known = migrations.map((migration): MigrationStatus => {
    const row = rows.find(({ name }) => name === migration.name)
    if (!row) return { name: migration.name, state: 'waiting', appliedAt: null }
    if (row.appliedAt === null) return { name: migration.name, state: 'interrupted', appliedAt: null }
    const isWhole = (migration.guards?.(dialect) ?? []).every((name) => there.has(name))
    const same = isWhole && row.checksum === checksum(migration, knex, dialect)
    return { name: migration.name, state: same ? 'applied' : 'changed', appliedAt: new Date(row.appliedAt) }
  })
  const newer = unknown(rows).map((name): MigrationStatus => ({ name, state: 'unknown', appliedAt: null }))
  return [...known, ...newer]
}

/** Whether every migration of this program is in the database. */
export async function isMigrated(database: Database): Promise<boolean> {
  const done = new Set(await database.knex('migrations').whereNotNull('appliedAt').pluck<string[]>('name'))
  return migrations.every((migration) => done.has(migration.name))
}

async function readMigrations(knex: Knex): Promise<MigrationRow[]> {
  const rows = await knex('migrations').select<MigrationRow[]>()
  if (rows.some(({ name }) => name === restoreMark)) {
    throw new Error('A restore into this database did not come to its end. Run `prologue restore` again: it begins anew.')
  }
  const newer = unknown(rows)
  if (newer.length === 0) return rows
  throw new Error(`The database is newer than this program: it has ${newer.join(', ')}. Start a newer version of Prologue.`)
}

function unknown(rows: MigrationRow[]): string[] {
  return rows.map(({ name }) => name).filter((name) => !migrations.some((migration) => migration.name === name))
}

function changed({ name }: Migration): string {
  return `The migration ${name} is not the one this database was made with. Start the version of Prologue that made it, or restore a copy.`
}

/**
 * Notes that a migration begins. What a killed run of it left half done goes first; tables that nobody noted are
 * somebody else's and stay.
 */
export async function beginMigration(
  knex: Knex,
  dialect: Dialect,
  migration: Migration,
  row: MigrationRow | undefined,
  sum: string,
): Promise<void> {
  if (row) {
    for (const step of migration.down(knex, dialect)) await step
    return
  }
  for (const table of migration.tables) {
    if (!(await knex.schema.hasTable(table))) continue
    throw new Error(`The database has a table ${table} already, which Prologue did not make. Give it a database of its own.`)
  }
  await knex('migrations').insert({ name: migration.name, checksum: sum, appliedAt: null })
}
