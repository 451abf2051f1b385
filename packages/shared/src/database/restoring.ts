import type { Knex } from 'knex'
import { checksum } from './checksum.ts'
import { beginMigration, restoreMark } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import type { Database } from './openDatabase.ts'

/** A migration as a backup tells of it. */
export type KeptMigration = { name: string; checksum: string }

/**
 * Makes the schema that these migrations make, without the data that belongs to the program, and notes that a restore is under
 * way: until it has ended no start takes the database for a whole one. What an earlier restore left half done goes first.
 * @throws Error with a sentence for the operator where the backup is newer than the program, or anything is in the database.
 */
export async function beginRestore({ knex, dialect }: Database, kept: readonly KeptMigration[]): Promise<void> {
  const newer = kept.filter(({ name }) => !migrations.some((migration) => migration.name === name))
  if (newer.length > 0) {
    const names = newer.map(({ name }) => name).join(', ')
    throw new Error(`The backup is newer than this program: it has ${names}. Restore it with a newer version of Prologue.`)
  }
  await dialect.migrating(knex, async (connection) => {
    const there = await connection('migrations').pluck<string[]>('name')
    if (there.includes(restoreMark)) await takeBackAll({ knex: connection, dialect })
    else if (there.length > 0) {
      throw new Error('The database is in use: Prologue has its tables there. A backup is restored into an empty database only.')
    }
    await connection('migrations').insert({ name: restoreMark, checksum: '', appliedAt: null })
    for (const migration of migrations) {
      if (migration.repeatable || !kept.some(({ name }) => name === migration.name)) continue
      const sum = checksum(migration, connection, dialect)
      await beginMigration(connection, dialect, migration, undefined, sum)
      for (const step of migration.up(connection, dialect)) await step
      await connection('migrations').where({ name: migration.name }).update({ appliedAt: new Date() })
    }
  })
}

/**
 * Notes that everything is there. Data of the program that the backup had is as its people left it: a start adds only what a
 * newer program brings. What another engine noted of it cannot be compared, so there it counts as this program's.
 */
export async function endRestore(
  { knex, dialect }: Database,
  kept: readonly KeptMigration[],
  sameEngine: boolean,
): Promise<void> {
  await dialect.migrating(knex, async (connection) => {
    for (const migration of migrations.filter(({ repeatable }) => repeatable)) {
      const had = kept.find(({ name }) => name === migration.name)
      if (!had) continue
      const sum = sameEngine ? had.checksum : checksum(migration, connection, dialect)
      await connection('migrations').insert({ name: migration.name, checksum: sum, appliedAt: new Date() })
    }
    await connection('migrations').where({ name: restoreMark }).delete()
  })
}

/** Leaves an empty database behind a restore that failed. */
export async function undoRestore({ knex, dialect }: Database): Promise<void> {
  await dialect.migrating(knex, (connection) => takeBackAll({ knex: connection, dialect }))
}

async function takeBackAll({ knex, dialect }: { knex: Knex; dialect: Database['dialect'] }): Promise<void> {
  for (const migration of migrations.toReversed()) {
    if (migration.repeatable) continue
    for (const step of migration.down(knex, dialect)) await step
  }
  await knex('migrations').delete()
}
