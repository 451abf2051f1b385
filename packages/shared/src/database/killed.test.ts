import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { onEachEngine } from '../testing/index.ts'
import { listMigrations, migrate, rollback } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { openDatabase, type Database } from './openDatabase.ts'

/** Migrates until it has run so many statements that make something, then dies as by a power cut. */
const program = `
  import { migrate, openDatabase } from ${JSON.stringify(import.meta.resolve('./index.ts'))}
  const database = await openDatabase(process.argv[1])
  let left = Number(process.argv[2])
  database.knex.on('query-response', (_response, { sql }) => {
    if (/^(create|alter|insert)/i.test(sql) && --left === 0) process.kill(process.pid, 'SIGKILL')
  })
  await migrate(database)
  await database.close()
`

/** Whether it was killed before it had done all. */
async function migrateAndDie(url: string, statements: number): Promise<boolean> {
  const args = ['--input-type=module', '--eval', program, url, String(statements)]
  try {
    await promisify(execFile)(process.execPath, args)
    return false
  } catch (error) {
    if (error instanceof Error && 'signal' in error && error.signal === 'SIGKILL') return true
    throw error
  }
}

/** Every statement where they are few, some dozen where they are many. */
function killPoints({ knex, dialect }: Database, migration: Migration): number[] {
  const statements = migration.up(knex, dialect).length
  const every = Math.ceil(statements / 25)
  return Array.from({ length: Math.floor(statements / every) }, (_, index) => index * every + 1)
}

onEachEngine('a migration that is killed', (url) => {
  it(
    'leaves nothing that the next run does not put right, and no lock',
    async () => {
      const database = await openDatabase(url())
      await migrate(database)
      const whole = await database.dialect.describe(database.knex)
      for (const [index, migration] of migrations.entries()) {
        await migrate(database)
        await rollback(database, migrations.length - index)
        // Each run meets what the one before left, comes some statements further, and is killed.
        for (const statements of killPoints(database, migration)) expect(await migrateAndDie(url(), statements)).toBe(true)
        expect((await listMigrations(database))[index]?.state).not.toBe('applied')
      }
      await migrate(database)
      expect(await database.dialect.describe(database.knex)).toEqual(whole)
      expect((await listMigrations(database)).map(({ state }) => state)).toEqual(migrations.map(() => 'applied'))
      await database.close()
    },
    // Some dozens of processes.
    300_000,
  )
})
