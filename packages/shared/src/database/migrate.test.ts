import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { onEachEngine } from '../testing/index.ts'
import { isMigrated, listMigrations, migrate, rollback, seed } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { guards } from './migrations/triggers/guards.ts'
import { views } from './migrations/triggers/views.ts'
import { openDatabase, type Database } from './openDatabase.ts'

/** The tables in the database, without those that an index keeps for itself. */
async function tablesOf({ knex, dialect }: Database): Promise<string[]> {
  return (await dialect.describe(knex)).tables.map(({ name }) => name)
}

const tables = migrations.flatMap((migration) => migration.tables).filter((name) => !name.endsWith('_index'))

/** What each migration is said to be, by its number. */
async function states(database: Database): Promise<string[]> {
  return (await listMigrations(database)).map(({ state }) => state)
}

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
    expect(await tablesOf(database)).toEqual(tables.toSorted())
    await database.close()
  })

  it('go down and up again', async () => {
    const database = await openDatabase(url())
    await rollback(database, migrations.length)
    expect(await tablesOf(database)).toEqual([])
    await migrate(database)
    expect(await tablesOf(database)).toEqual(tables.toSorted())
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

  it('are told to have changed where a trigger or a view is gone', async () => {
    const database = await openDatabase(url())
    const { knex, dialect } = database
    const [gate] = guards(dialect)
    const [view] = views(dialect)
    if (!gate || !view) throw new Error('There are guards and views')
    await knex.raw(`drop trigger ${gate.name}`)
    expect(await states(database)).toEqual(['applied', 'changed', 'applied'])
    await knex.raw(dialect.trigger(gate))
    expect(await states(database)).toEqual(['applied', 'applied', 'applied'])
    await knex.raw(`drop view ${view.name}`)
    expect(await states(database)).toEqual(['applied', 'changed', 'applied'])
    await knex.raw(`create view ${view.name} as ${view.query}`)
    expect(await states(database)).toEqual(['applied', 'applied', 'applied'])
    await database.close()
  })

  it.each(migrations.filter(({ repeatable }) => !repeatable).map(({ name }) => name))(
    'refuse a database that another %s made',
    async (name) => {
      const database = await openDatabase(url())
      const row = () => database.knex('migrations').where({ name })
      const { checksum } = await row().first('checksum')
      await row().update({ checksum: 'of another program' })
      await expect(migrate(database)).rejects.toThrow(
        `The migration ${name} is not the one this database was made with. Start the version of Prologue that made it, or restore a copy.`,
      )
      expect((await listMigrations(database)).find((migration) => migration.name === name)?.state).toBe('changed')
      await row().update({ checksum })
      expect(await migrate(database)).toEqual([])
      await database.close()
    },
  )

  it('bring the data of the program again where it has changed, and leave what people made of it', async () => {
    const database = await openDatabase(url())
    const { knex } = database
    const count = async (table: string) => (await knex(table).count({ count: '*' }).first())?.['count']
    const counts = async () => Promise.all(['templates', 'template_versions', 'template_search'].map(count))
    const whole = await counts()
    const [edited, purged] = await knex('templates').whereNull('ownerId').orderBy('slug').limit(2).pluck<string[]>('id')
    await knex('templates').where({ id: edited }).update({ title: 'Mended by hand' })
    await knex('templates').where({ id: purged }).delete()
    expect(await migrate(database)).toEqual([])
    expect(await counts()).not.toEqual(whole)
    await knex('migrations').where({ name: '003_initial_data' }).update({ checksum: 'of an older library' })
    expect(await states(database)).toEqual(['applied', 'applied', 'changed'])

    expect(await migrate(database)).toEqual(['003_initial_data'])
    expect(await states(database)).toEqual(['applied', 'applied', 'applied'])
    expect(await counts()).toEqual(whole)
    expect(await knex('templates').where({ id: edited }).first('title')).toEqual({ title: 'Mended by hand' })
    expect(await knex('templates').where({ id: purged }).first('latestNumber')).toEqual({ latestNumber: 1 })

    await knex('templates').where({ id: purged }).delete()
    await seed(database)
    expect(await counts()).toEqual(whole)
    expect(await knex('templates').where({ id: edited }).first('title')).toEqual({ title: 'Mended by hand' })
    await database.close()
  })

  it('refuse a database that is newer than the program', async () => {
    const database = await openDatabase(url())
    await database.knex('migrations').insert({ name: '999_later', checksum: '', appliedAt: new Date() })
    await expect(migrate(database)).rejects.toThrow('newer than this program: it has 999_later')
    await database.close()
  })
})
