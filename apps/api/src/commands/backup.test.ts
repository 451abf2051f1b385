import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat, watch } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openDatabase } from '@prologue/shared'
import { buildConversation, engines, onEachEngine, openWorld } from '@prologue/shared/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

const program = join(import.meta.dirname, '../prologue.ts')
const patience = 120_000

type Ended = { code: number; stdout: string; stderr: string }

async function prologue(url: string, ...args: string[]): Promise<Ended> {
  try {
    const env = { DATABASE_URL: url }
    return { code: 0, ...(await promisify(execFile)(process.execPath, [program, ...args], { env })) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error) {
      return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) }
    }
    throw error
  }
}

/** Says on standard error how much memory the process had at most, in megabytes. */
const measured = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS/1024))`

async function peakOf(url: string, ...args: string[]): Promise<number> {
  const env = { DATABASE_URL: url }
  const { stderr } = await promisify(execFile)(process.execPath, ['--import', measured, program, ...args], { env })
  return Number(/peak ([\d.]+)/.exec(stderr)?.[1])
}

onEachEngine('prologue backup and restore', (url) => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prologue-backup-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** Edits of a draft, of 20 kB each. */
  async function write(draftId: string, first: number, edits: number): Promise<void> {
    const database = await openDatabase(url())
    await database.knex.transaction(async (trx) => {
      for (let sequence = first; sequence < first + edits; sequence += 1) {
        // Compresses badly.
        await trx('draft_updates').insert({ draftId, sequence, content: randomBytes(20_000), createdAt: new Date() })
      }
    })
    await database.close()
  }

  it('makes a file for its owner alone, never over another, and says what became of it', { timeout: patience }, async () => {
    const world = await openWorld(url())
    await buildConversation(world)
    await world.close()
    const path = join(folder, 'first.backup')
    const made = await prologue(url(), 'backup', path)
    expect(made).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringMatching(/has [\d,]+ rows in [\d,]+ bytes\.\n.*SECRET_KEY/),
    })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await prologue(url(), 'backup', path)).toMatchObject({ code: 1, stderr: expect.stringContaining('is there already') })
    expect(await prologue(url(), 'restore', path)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('The database is in use'),
    })
    // The audit tells that all of it left the server.
    const database = await openDatabase(url())
    const told = await database.knex('audit_logs').where({ action: 'export', entityType: 'database' }).count({ rows: '*' })
    expect(told).toMatchObject([{ rows: 1 }])
    await database.close()

    const place = await engines[0]?.create()
    if (!place) throw new Error('There is SQLite')
    const restored = await prologue(place.url, 'restore', path, '--move')
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('every table was compared with the backup') })
    expect(restored.stdout).toContain('Every sum is what its rows say.')
    await place.drop()
    expect(await readdir(folder)).toEqual(['first.backup'])
  })

  it('killed amid it leaves no file under the name, and none that passes as a backup', { timeout: patience }, async () => {
    const world = await openWorld(url())
    const { draftId } = await buildConversation(world)
    await world.close()
    await write(draftId, 1, 1_500)
    const path = join(folder, 'killed.backup')
    const stop = new AbortController()
    const changes = watch(folder, { signal: stop.signal })
    const child = spawn(process.execPath, [program, 'backup', path], { env: { DATABASE_URL: url() }, stdio: 'ignore' })
    const ended = once(child, 'exit')
    try {
      for await (const { filename } of changes) {
        if (filename !== 'killed.backup.partial') continue
        const { size } = await stat(`${path}.partial`)
        if (size > 1_000_000) break
      }
      child.kill('SIGKILL')
      await ended
    } finally {
      stop.abort()
    }
    expect(child.signalCode).toBe('SIGKILL')
    expect(await readdir(folder)).not.toContain('killed.backup')
    const place = await engines[0]?.create()
    if (!place) throw new Error('There is SQLite')
    const refused = await prologue(place.url, 'restore', `${path}.partial`)
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/cut off|damaged/) })
    // The next one takes its place.
    expect(await prologue(url(), 'backup', path)).toMatchObject({ code: 0 })
    expect(await readdir(folder)).not.toContain('killed.backup.partial')
    await place.drop()
  })

  it('needs no more memory for a larger database', { timeout: patience }, async () => {
    const world = await openWorld(url())
    const { draftId } = await buildConversation(world)
    await world.close()
    await peakOf(url(), 'backup', join(folder, 'small.backup'))
    const before = await peakOf(url(), 'backup', join(folder, 'before.backup'))
    await write(draftId, 1, 6_000)
    const path = join(folder, 'large.backup')
    const after = await peakOf(url(), 'backup', path)
    expect((await stat(path)).size).toBeGreaterThan(50_000_000)
    // 120 MB more in the database.
    expect(after - before).toBeLessThan(60)
    const place = await engines[0]?.create()
    if (!place) throw new Error('There is SQLite')
    expect((await peakOf(place.url, 'restore', path)) - before).toBeLessThan(90)
    await place.drop()
  })
})
