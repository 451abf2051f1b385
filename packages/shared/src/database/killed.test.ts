import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { engines, onEachEngine } from '../testing/index.ts'
import { listMigrations, migrate, rollback } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { openDatabase, type Database } from './openDatabase.ts'

/** Migrates, or takes back the latest migration, until a statement that is told, then dies as by a power cut. */
const program = `
  import { migrate, openDatabase, rollback } from ${JSON.stringify(import.meta.resolve('./index.ts'))}
  const [, url, work, moment, pattern, count] = process.argv
  const database = await openDatabase(url)
  let left = Number(count)
  const look = ({ sql }) => {
    if (new RegExp(pattern, 'i').test(sql) && --left === 0) process.kill(process.pid, 'SIGKILL')
  }
  if (moment === 'before') database.knex.on('query', look)
  else database.knex.on('query-response', (_response, query) => look(query))
  await (work === 'migrate' ? migrate(database) : rollback(database, 1))
  await database.close()
`

type Death = { work: 'migrate' | 'rollback'; moment: 'before' | 'after'; pattern: string; count: number }

/** Whether it was killed before it had done all. */
async function runAndDie(url: string, { work, moment, pattern, count }: Death): Promise<boolean> {
  const args = ['--input-type=module', '--eval', program, url, work, moment, pattern, String(count)]
  try {
    await promisify(execFile)(process.execPath, args)
    return false
  } catch (error) {
    if (error instanceof Error && 'signal' in error && error.signal === 'SIGKILL') return true
    throw error
  }
}

/** Each is a process. On SQLite all is one transaction, so few tell enough; its every statement is looked at below. */
const samples = { sqlite: 1, mysql: 6 }

/** Which of the statements it dies after: from the first on, evenly over all. */
function killPoints({ dialect }: Database, statements: number): number[] {
  const points = Math.min(samples[dialect.name], statements)
  return Array.from({ length: points }, (_, index) => Math.floor((index * statements) / points) + 1)
}

// Some dozens of processes.
const patience = 300_000

onEachEngine('a migration that is killed', (url) => {
  it('leaves nothing that the next run does not put right, and no lock', { timeout: patience }, async () => {
    const database = await openDatabase(url())
    const { knex, dialect } = database
    await migrate(database)
    const whole = await dialect.describe(knex)
    for (const [index, migration] of migrations.entries()) {
      await migrate(database)
      await rollback(database, migrations.length - index)
      // Each run meets what the one before left, comes some statements further, and is killed.
      for (const count of killPoints(database, migration.up(knex, dialect).length)) {
        const death = { work: 'migrate', moment: 'after', pattern: '^(create|alter|insert)', count } as const
        expect(await runAndDie(url(), death)).toBe(true)
      }
      // All is there but the note that it is.
      expect(await runAndDie(url(), { work: 'migrate', moment: 'before', pattern: '^update .migrations', count: 1 })).toBe(true)
      expect((await listMigrations(database))[index]?.state).not.toBe('applied')
    }
    await migrate(database)
    expect(await dialect.describe(knex)).toEqual(whole)
    expect((await listMigrations(database)).map(({ state }) => state)).toEqual(migrations.map(() => 'applied'))
    await database.close()
  })

  it('is whole again after one that was killed while it was taken back', { timeout: patience }, async () => {
    const database = await openDatabase(url())
    const { knex, dialect } = database
    await migrate(database)
    const whole = await dialect.describe(knex)
    for (const [index, migration] of migrations.entries()) {
      await rollback(database, migrations.length - 1 - index)
      // The last statement takes away the note that it is there.
      const statements = migration.down(knex, dialect).length + 1
      for (const count of new Set([...killPoints(database, statements), statements])) {
        expect(await runAndDie(url(), { work: 'rollback', moment: 'after', pattern: '^(drop|delete)', count })).toBe(true)
      }
      await migrate(database)
      expect(await dialect.describe(knex)).toEqual(whole)
    }
    await database.close()
  })
})

it('leaves SQLite as it was before, after whichever statement the power goes', { timeout: 60_000 }, async () => {
  const place = await engines.find(({ name }) => name === 'SQLite')?.create()
  if (!place) throw new Error('SQLite is always there')
  const file = place.url.replace(/^sqlite:/, '')
  const database = await openDatabase(place.url)
  const { knex, dialect } = database
  const images: { sql: string; file: string }[] = []
  // What is on the disk at that moment is what a power cut leaves.
  const takeImage = (sql: string) => {
    const folder = join(dirname(file), String(images.length))
    mkdirSync(folder)
    const image = join(folder, 'image.sqlite')
    copyFileSync(file, image)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${image}-wal`)
    images.push({ sql, file: image })
  }
  knex.on('query-response', (_response: unknown, { sql }: { sql: string }) => takeImage(sql))
  await migrate(database)
  knex.removeAllListeners('query-response')
  const ended = images.length
  takeImage('the end')
  const whole = await dialect.describe(knex)

  const statements = migrations.flatMap((migration) => migration.up(knex, dialect).flatMap((step) => [step.toSQL()].flat()))
  expect(ended).toBeGreaterThan(statements.length)
  const nothing = { tables: [], triggers: [], views: [] }
  for (const [index, image] of images.entries()) {
    const copy = await openDatabase(`sqlite:${image.file}`)
    expect(await copy.dialect.describe(copy.knex), image.sql).toEqual(index < ended ? nothing : whole)
    await copy.close()
  }
  const again = await openDatabase(`sqlite:${images[ended - 1]?.file}`)
  await migrate(again)
  expect(await again.dialect.describe(again.knex)).toEqual(whole)
  await again.close()
  await database.close()
  await place.drop()
})
