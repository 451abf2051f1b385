import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openDatabase } from '@prologue/shared'
import { buildTemplate, buildUser, onEachEngine, openWorld } from '@prologue/shared/testing'
import { expect, it } from 'vitest'

const program = join(import.meta.dirname, '../prologue.ts')

type Ended = { code: number; stdout: string; stderr: string }

/** What `prologue db …` prints, and how it ends. */
const db = (url: string, ...args: string[]) => prologue(url, 'db', ...args)

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

onEachEngine('prologue db', (url) => {
  it('migrates, tells how it stands, takes back and brings the starter library again', { timeout: 60_000 }, async () => {
    expect(await db(url(), 'status')).toMatchObject({ code: 1, stdout: expect.stringMatching(/^waiting +001_initial_schema$/m) })
    expect(await db(url(), 'migrate')).toMatchObject({ code: 0, stdout: expect.stringContaining('applied 003_initial_data') })
    expect(await db(url(), 'migrate')).toMatchObject({ code: 0, stdout: 'The database is up to date.\n' })
    const status = await db(url(), 'status')
    expect(status).toMatchObject({ code: 0, stdout: expect.stringMatching(/^applied +\d{4}-\S+Z +003_initial_data$/m) })
    expect(status.stdout).not.toContain('waiting')

    expect(await db(url(), 'rollback')).toMatchObject({ code: 1, stderr: expect.stringContaining('add --yes') })
    expect(await db(url(), 'rollback', '--steps', 'all', '--yes')).toMatchObject({ code: 1 })
    const back = await db(url(), 'rollback', '--steps', '2', '--yes')
    expect(back).toMatchObject({ code: 0, stdout: 'took back 003_initial_data\ntook back 002_triggers_and_views\n' })
    expect(await db(url(), 'seed')).toMatchObject({ code: 0, stdout: 'The starter library is complete.\n' })
    expect(await db(url(), 'status')).toMatchObject({ code: 0 })
  })
  it('finds a sum that is not what its rows say', { timeout: 60_000 }, async () => {
    const world = await openWorld(url())
    const { id } = await buildTemplate(world)
    await world.close()
    const whole = await db(url(), 'check')
    expect(whole).toMatchObject({ code: 0, stdout: 'Every sum is what its rows say.\n' })
    const database = await openDatabase(url())
    await database.knex('templates').where({ id }).update({ usageCount: 3 })
    const found = await db(url(), 'check')
    expect(found).toMatchObject({ code: 1, stdout: `templates ${id}: usage_count is 3 where its rows say 0\n` })
    await database.knex('templates').where({ id }).update({ usageCount: 0 })
    await database.close()
  })

  it('writes the search anew, or counts its words alone', { timeout: 60_000 }, async () => {
    const database = await openDatabase(url())
    const { knex } = database
    const count = async (table: string) => (await knex(table).count({ count: '*' }).first())?.['count']
    await knex('template_search').delete()
    await knex('search_words').delete()
    expect(await db(url(), 'index', '--only-count')).toMatchObject({ code: 0, stdout: 'The words are counted.\n' })
    expect(await count('template_search')).toBe(0)
    expect(await knex('search_words').where({ kind: 'templates', word: '' }).first('rowCount')).toEqual({ rowCount: 0 })
    const templates = await count('templates')
    expect(await db(url(), 'index')).toMatchObject({
      code: 0,
      stdout: 'The search is written anew and its words are counted.\n',
      stderr: expect.stringContaining(`words of templates: ${templates}`),
    })
    expect(await count('template_search')).toBe(templates)
    expect(await knex('search_words').where({ kind: 'templates', word: '' }).first('rowCount')).toEqual({ rowCount: templates })
    await database.close()
  })

  it('prints a report as CSV, which the audit tells of as done by nobody', { timeout: 60_000 }, async () => {
    const world = await openWorld(url())
    const { id } = await buildUser(world, { name: '=Ada' })
    const { code, stdout } = await prologue(url(), 'admin', 'export', 'user-activity')
    expect(code).toBe(0)
    const [names, ...lines] = stdout.split('\r\n')
    expect(names).toBe('id,name,role,createdAt,lastSeenAt,conversations,prompts,costMicroUsd,templates')
    expect(lines.find((line) => line.startsWith(id))).toContain(`${id},'=Ada,user,`)
    const before = await prologue(url(), 'admin', 'export', 'user-activity', '--to', '2020-01-01')
    expect(before).toMatchObject({ code: 0, stdout: `${names}\r\n` })
    const rows = await world.database.knex('audit_logs').where({ action: 'export' }).select('actorId', 'requestId')
    expect(rows).toEqual([1, 2].map(() => ({ actorId: null, requestId: 'command-line' })))
    expect(await prologue(url(), 'admin', 'export', 'nothing')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no report nothing; there are template-popularity, '),
    })
    expect(await prologue(url(), 'admin', 'export', 'model-usage', '--from', 'monday')).toMatchObject({
      code: 1,
      stderr: '--from and --to are days as YYYY-MM-DD.\n',
    })
    await world.close()
  })
})
