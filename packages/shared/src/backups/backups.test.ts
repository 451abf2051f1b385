import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sealAudit, verifyAudit } from '../activity/index.ts'
import { checkDrift } from '../admin/index.ts'
import { withTransaction } from '../context.ts'
import { listMigrations, migrate, openDatabase, type Database } from '../database/index.ts'
import { fillDatabase } from '../generator/index.ts'
import { Prompt, TemplateRating } from '../models/index.ts'
import {
  buildConversation,
  buildTemplate,
  buildUser,
  ctxOf,
  engines,
  onEachEngine,
  openWorld,
  type World,
} from '../testing/index.ts'
import { quiet } from '../testing/quiet.ts'
import { checkBackup, restoreBackup, writeBackup } from './index.ts'

const quietly = () => {}
const patience = 120_000

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prologue-backups-'))
})
afterAll(() => rm(folder, { recursive: true }))

let files = 0
const newPath = () => join(folder, `${(files += 1)}.backup`)

async function backUp(database: Database): Promise<string> {
  const path = newPath()
  await writeBackup(database, createWriteStream(path), quietly)
  return path
}

const processOf = (database: Database) => ({
  actor: { kind: 'system' as const },
  requestId: 'a-test',
  ip: null,
  userAgent: null,
  logger: quiet,
  now: () => new Date(),
  database,
  db: database.knex,
})

const restore = (database: Database, path: string, options: { move?: boolean } = {}) =>
  restoreBackup(processOf(database), { path, report: quietly, ...options })

const tableNames = async ({ knex, dialect }: Database) => (await dialect.describe(knex)).tables.map(({ name }) => name)

const footOf = async (path: string) => (await checkBackup(path, quietly)).foot.tables

const words = (each: Database) => each.knex('prompt_search').orderBy('promptId').select('promptId', 'tokens')
const starters = (each: Database) => each.knex('templates').whereNull('ownerId').orderBy('id').pluck('id')
const epochs = (database: Database): Promise<number[]> => database.knex('drafts').orderBy('id').pluck('epoch')

/** Rows as made ones are, and such as a wrong way of writing them would change. */
async function fill(world: World): Promise<{ conversationId: string; templateId: string }> {
  await fillDatabase(world.database, { scale: 0.0002, seed: 5, until: new Date('2026-11-20T00:00:00Z') }, quietly)
  const { knex } = world.database
  const owner = await buildUser(world, { name: "Ada \u{1F6B2} O'Neil\\ \u0000 \u00e9 \u00c5ngstr\u00f6m" })
  const { id: conversationId, draftId } = await buildConversation(world, { owner })
  const { id: templateId } = await buildTemplate(world, { owner })
  const context = { z: [1, 2.5, { '\u{1F600}': null, a: 'line\nline' }], '': '"', big: 9_007_199_254_740_991 }
  await knex('conversations')
    .where({ id: conversationId })
    .update({ context: JSON.stringify(context) })
  const content = Buffer.from(Array.from({ length: 512 }, (_, index) => index % 256))
  await knex('draft_updates').insert({ draftId, sequence: 1, content, createdAt: new Date('2026-01-02T03:04:05.678Z') })
  // What people threw away of the starter library for good stays away.
  const [starter] = await knex('templates').whereNull('ownerId').orderBy('id').limit(1).pluck<string[]>('id')
  await knex('templates')
    .where({ id: starter ?? '' })
    .delete()
  await sealAudit(ctxOf(world))
  return { conversationId, templateId }
}

for (const from of engines) {
  for (const to of engines) {
    describe.skipIf(!from.available || !to.available)(`a backup of ${from.name} restored into ${to.name}`, () => {
      const closing: (() => Promise<unknown>)[] = []
      afterAll(async () => {
        for (const close of closing.toReversed()) await close()
      })

      it('is equal table by table, with its sums, triggers, words and seals', { timeout: patience }, async () => {
        const [source, target] = [await from.create(), await to.create()]
        closing.push(
          () => source.drop(),
          () => target.drop(),
        )
        const world = await openWorld(source.url)
        closing.push(() => world.close())
        const { templateId } = await fill(world)
        const path = await backUp(world.database)

        const database = await openDatabase(target.url)
        closing.push(() => database.close())
        const { rows, drifts, audit } = await restore(database, path, { move: true })
        expect(drifts).toEqual([])
        expect(audit).toMatchObject({ faults: [], seals: expect.any(Number) })
        expect(audit.seals).toBeGreaterThan(0)

        const [before, after] = [await footOf(path), await footOf(await backUp(database))]
        expect(rows).toBe(Object.values(before).reduce((sum, table) => sum + table.rows, 0))
        // Only that it was restored is new.
        expect(after['audit_logs']?.rows).toBe((before['audit_logs']?.rows ?? 0) + 1)
        expect({ ...after, audit_logs: null }).toEqual({ ...before, audit_logs: null })
        expect(Object.values(before).filter((table) => table.rows > 0).length).toBeGreaterThan(20)

        const found = await words(database)
        expect(found.length).toBeGreaterThan(0)
        expect(found).toEqual(await words(world.database))
        expect((await listMigrations(database)).map(({ state }) => state)).toEqual(['applied', 'applied', 'applied'])
        // The starter template that was thrown away does not come back with the next start.
        expect(await migrate(database)).toEqual([])
        expect(await starters(database)).toEqual(await starters(world.database))

        const restored: World = { ...world, database }
        const rater = await buildUser(restored)
        await withTransaction(ctxOf(restored, rater), async (tx) =>
          TemplateRating.with(tx).insert({ templateId, userId: rater.id, rating: 4, review: null }),
        )
        expect(await database.knex('templates').where({ id: templateId }).first('ratingCount')).toEqual({ ratingCount: 1 })
        await sealAudit(ctxOf(restored))
        expect((await verifyAudit(ctxOf(restored))).faults).toEqual([])
        expect(await checkDrift(ctxOf(restored))).toEqual([])
      })
    })
  }
}

/** Restores until some rows are there, then dies as by a power cut. */
const dyingRestore = `
  import { openDatabase } from ${JSON.stringify(import.meta.resolve('../database/index.ts'))}
  import { restoreBackup } from ${JSON.stringify(import.meta.resolve('./index.ts'))}
  const [, url, path, step] = process.argv
  const database = await openDatabase(url)
  const logger = { info() {}, warn() {}, error() {} }
  const ctx = { actor: { kind: 'system' }, requestId: 'a-test', ip: null, userAgent: null, logger, now: () => new Date(), database, db: database.knex }
  const report = (at, done) => { if (at === step && done > 0) process.kill(process.pid, 'SIGKILL') }
  await restoreBackup(ctx, { path, report })
`

onEachEngine('a backup', (url) => {
  let world: World
  let path = ''
  const closing: (() => Promise<unknown>)[] = []
  const engine = () => engines.find(({ name }) => url().startsWith(name.toLowerCase())) ?? engines[0]
  beforeAll(async () => {
    world = await openWorld(url())
    await fill(world)
    path = await backUp(world.database)
  }, patience)
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close()
  })
  afterAll(() => world.close())

  async function emptyDatabase(): Promise<{ database: Database; url: string }> {
    const place = await engine()?.create()
    if (!place) throw new Error('There is an engine')
    closing.push(() => place.drop())
    const database = await openDatabase(place.url)
    closing.push(() => database.close())
    return { database, url: place.url }
  }

  it('that is cut off, changed or made longer is refused before anything is written', { timeout: patience }, async () => {
    const { database } = await emptyDatabase()
    const whole = await readFile(path)
    const changed = (place: number) => {
      const bytes = Buffer.from(whole)
      bytes[place] = (bytes[place] ?? 0) ^ 0x10
      return bytes
    }
    const places = [0, 3, 40, Math.floor(whole.length / 3), Math.floor(whole.length / 2), whole.length - 20, whole.length - 1]
    const bad = [
      Buffer.alloc(0),
      Buffer.from('no backup at all'),
      Buffer.concat([whole, whole]),
      ...[10, 1_000, whole.length - 3, whole.length - 1].map((end) => whole.subarray(0, end)),
      ...places.map(changed),
    ]
    for (const bytes of bad) {
      const file = newPath()
      await writeFile(file, bytes)
      await expect(restore(database, file)).rejects.toThrow(/damaged|cut off|is no backup/)
    }
    await expect(restore(database, join(folder, 'nowhere'))).rejects.toThrow('There is no file')
    expect(await tableNames(database)).toEqual([])
  })

  it('is not restored over what is there', { timeout: patience }, async () => {
    const before = await footOf(await backUp(world.database))
    await expect(restore(world.database, path)).rejects.toThrow('The database is in use')
    expect(await footOf(await backUp(world.database))).toEqual(before)
  })

  it('of which the database takes a part only leaves an empty database', { timeout: patience }, async () => {
    const { database } = await emptyDatabase()
    // Rows that differ from those that were written.
    const { dialect } = database
    const load: typeof dialect.bulk.load = (knex, work) =>
      dialect.bulk.load(knex, (insert) =>
        work((table, columns, rows) => insert(table, columns, table === 'users' ? rows.slice(1) : rows)),
      )
    const losing = { ...database, dialect: { ...dialect, bulk: { ...dialect.bulk, load } } }
    await expect(restore(losing, path)).rejects.toThrow('The table users is not as the backup has it')
    expect(await tableNames(database)).toEqual([])
    await restore(database, path)
  })

  it('has all or nothing of what people write meanwhile', { timeout: patience }, async () => {
    const { id: conversationId, owner } = await buildConversation(world)
    const writer = await openDatabase(url())
    closing.push(() => writer.close())
    const ctx = ctxOf({ ...world, database: writer }, owner)
    const stop = new AbortController()
    let written = 0
    const writing = (async () => {
      for (; !stop.signal.aborted; written += 1) {
        await withTransaction(ctx, async (tx) =>
          Prompt.with(tx).insert({
            conversationId,
            authorId: owner.id,
            userInput: 'More',
            systemPrompt: '',
            response: 'x'.repeat(5_000),
            provider: 'composer',
            model: 'composer',
            parameters: {},
            status: 'completed',
            metadata: {},
            tokensIn: 3,
            tokensOut: 5,
          }),
        )
        // SQLite writes without a turn of the event loop, which the backup waits for.
        await setImmediate()
      }
    })()
    const paths: string[] = []
    for (let taken = 0; taken < 2; taken += 1) paths.push(await backUp(world.database))
    stop.abort()
    await writing
    expect(written).toBeGreaterThan(5)
    for (const each of paths) {
      const { database } = await emptyDatabase()
      expect((await restore(database, each)).drifts).toEqual([])
    }
  })

  it(
    'that is restored makes browsers load their drafts anew, unless nobody has written since',
    { timeout: patience },
    async () => {
      const before = await epochs(world.database)
      const [one, other] = [await emptyDatabase(), await emptyDatabase()]
      await restore(one.database, path)
      await restore(other.database, path, { move: true })
      const seconds = Math.floor(Date.now() / 1000)
      const raised = await epochs(one.database)
      expect(raised.length).toBeGreaterThan(0)
      expect(raised.every((epoch) => epoch > seconds - 600 && epoch <= seconds)).toBe(true)
      expect(await epochs(other.database)).toEqual(before.slice(0, raised.length))
    },
  )

  it.each(['rows', 'compare'])(
    'whose restore is killed at its %s is no database to start with, and is restored anew',
    { timeout: patience },
    async (step) => {
      const { database, url: place } = await emptyDatabase()
      const died = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', dyingRestore, place, path, step])
      await expect(died).rejects.toMatchObject({ signal: 'SIGKILL' })
      await expect(migrate(database)).rejects.toThrow('did not come to its end')
      await expect(writeBackup(database, createWriteStream(newPath()), quietly)).rejects.toThrow('only a whole database')
      await restore(database, path, { move: true })
      const copy = newPath()
      await copyFile(path, copy)
      const after = await footOf(await backUp(database))
      expect({ ...after, audit_logs: null }).toEqual({ ...(await footOf(copy)), audit_logs: null })
    },
  )
})
