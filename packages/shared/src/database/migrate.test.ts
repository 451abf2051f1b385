import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { onEachEngine } from '../testing/index.ts'
import { isMigrated, migrate, rollback } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { openDatabase } from './openDatabase.ts'

const tables = [
  'audit_logs',
  'conversation_participants',
  'conversation_shares',
  'conversations',
  'draft_authors',
  'draft_checkpoints',
  'draft_updates',
  'drafts',
  'prompts',
  'sessions',
  'users',
]

const program = `
  import { migrate, openDatabase } from ${JSON.stringify(import.meta.resolve('./index.ts'))}
  const database = await openDatabase(process.argv[1])
  console.log(JSON.stringify(await migrate(database)))
  await database.close()
`

/** Migrates in a process of its own and answers the names of what it applied. */
async function migrateInProcess(url: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program, url])
  return JSON.parse(stdout)
}

onEachEngine('the migrations', (url) => {
  it('make every table, once', async () => {
    const database = await openDatabase(url())
    expect(await migrate(database)).toEqual(migrations.map((migration) => migration.name))
    expect(await migrate(database)).toEqual([])
    expect(await isMigrated(database)).toBe(true)
    for (const table of tables) expect(await database.knex.schema.hasTable(table), table).toBe(true)
    await database.close()
  })

  it('go down and up again', async () => {
    const database = await openDatabase(url())
    await rollback(database, migrations.length)
    for (const table of tables) expect(await database.knex.schema.hasTable(table), table).toBe(false)
    await migrate(database)
    for (const table of tables) expect(await database.knex.schema.hasTable(table), table).toBe(true)
    await database.close()
  })

  it('start over where a killed run left a table half made', async () => {
    const database = await openDatabase(url())
    await rollback(database, migrations.length)
    await database
      .knex('migrations')
      .insert({ name: '001_initial_schema', checksum: 'of a run that was killed', appliedAt: null })
    await database.knex.schema.createTable('users', (table) => table.string('half'))
    await migrate(database)
    expect(await database.knex.schema.hasColumn('users', 'email_canonical')).toBe(true)
    await database.close()
  })

  it('leave a table alone that they did not make, and say so', async () => {
    const database = await openDatabase(url())
    await rollback(database, migrations.length)
    await database.knex.schema.createTable('users', (table) => table.string('theirs'))
    await database.knex('users').insert({ theirs: 'a row' })
    for (let start = 0; start < 2; start++) await expect(migrate(database)).rejects.toThrow('has a table users already')
    expect(await database.knex('users').select('theirs')).toEqual([{ theirs: 'a row' }])
    await database.knex.schema.dropTable('users')
    await migrate(database)
    await database.close()
  })

  it('wait for each other when two processes start at once', async () => {
    const database = await openDatabase(url())
    await rollback(database, migrations.length)
    await database.close()
    const applied = await Promise.all([migrateInProcess(url()), migrateInProcess(url())])
    expect(applied.flat()).toEqual(migrations.map((migration) => migration.name))
  })

  it('refuse a database that is newer than the program', async () => {
    const database = await openDatabase(url())
    await database.knex('migrations').insert({ name: '999_later', checksum: '', appliedAt: new Date() })
    await expect(migrate(database)).rejects.toThrow('newer than this program: it has 999_later')
    await database.close()
  })
})
