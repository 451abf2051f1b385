import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { sealAudit } from '../activity/index.ts'
import { noteBackup } from '../backups/index.ts'
import type { Ctx } from '../context.ts'
import { dataExportsJob, startDataExport } from '../dataExports/index.ts'
import { missingGuards, repairGuards } from '../database/index.ts'
import { jobKinds, listJobs, startJobs } from '../jobs/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase, signedUp } from '../testing/index.ts'
import { findProblems, readHealth, sampleSizes } from './index.ts'

const day = 86_400_000

onEachDatabase('the health of the database', (world) => {
  const at = (days: number) => ({ ...ctxOf(world()), now: () => new Date(Date.now() + days * day) })
  const checks = async (deep = false) =>
    (await findProblems(ctxOf(world()), { deep }))
      // The server of the tests keeps none.
      .filter(({ check }) => check !== 'statistics')
      .map(({ check, severity }) => `${severity}: ${check}`)

  it('finds nothing in a new database but that no backup was taken, and not even that after one', async () => {
    expect(await checks(true)).toEqual(['advice: backups'])
    await noteBackup(ctxOf(world()), { rows: 1, bytes: 1 })
    expect(await checks(true)).toEqual([])
    const later = await findProblems(at(9))
    expect(later).toContainEqual(expect.objectContaining({ check: 'backups', says: 'The last backup was taken 9 days ago.' }))
  })

  it('tells what the server found when it compared the audit with its seals at night', async () => {
    const { knex } = world().database
    const admin = ctxOf(world(), await buildUser(world(), { role: 'admin' }))
    expect((await readHealth(admin)).verifiedAt).toBeNull()
    const run = async (at: Date, faults: number) => {
      const ended = {
        status: 'completed',
        attempts: 1,
        beganAt: at,
        endedAt: at,
        result: JSON.stringify({ seals: 1, rows: 3, faults }),
      }
      const named = { id: randomUUID(), name: 'verify-audit', onceKey: at.toISOString(), payload: '{}', dueAt: at }
      await knex('jobs').insert({ ...named, ...ended, createdAt: at, updatedAt: at })
    }
    await run(new Date('2026-11-01T03:00:00Z'), 1)
    expect(await findProblems(ctxOf(world()))).toContainEqual(
      expect.objectContaining({ check: 'audit', severity: 'fault', says: expect.stringContaining('2026-11-01T03:00:00.000Z') }),
    )
    // Read now, it is as it should be: what was found at night is not told beside it.
    expect((await checks(true)).filter((told) => told.includes('audit'))).toEqual([])
    await run(new Date('2026-11-02T03:00:00Z'), 0)
    expect((await checks()).filter((told) => told.includes('audit'))).toEqual([])
    expect((await readHealth(admin)).verifiedAt).toEqual(new Date('2026-11-02T03:00:00Z'))
    await knex('jobs').where({ name: 'verify-audit' }).delete()
  })

  it('says where slow queries and unused indexes cannot be found, and what to do', async () => {
    const told = (await findProblems(ctxOf(world()))).filter(({ check }) => check === 'statistics')
    const { knex, dialect } = world().database
    const advice = { never: [], kept: [], off: ['advice'], denied: ['advice'] }[await dialect.health.statistics(knex)]
    expect(told.map(({ severity }) => severity)).toEqual(advice)
    expect(told.every(({ remedy }) => remedy.includes('performance_schema'))).toBe(true)
  })

  it('names triggers and views that are gone, and they can be put back as they were', async () => {
    const { database } = world()
    const before = await database.dialect.describe(database.knex)
    await database.knex.raw('drop trigger template_ratings_added')
    await database.knex.raw('drop view model_usage')
    expect(await missingGuards(database)).toEqual(['template_ratings_added', 'model_usage'])
    const [finding] = await findProblems(ctxOf(world()))
    expect(finding).toMatchObject({ check: 'triggers', severity: 'fault', about: ['template_ratings_added', 'model_usage'] })
    expect(await repairGuards(database)).toEqual(['template_ratings_added', 'model_usage'])
    expect(await database.dialect.describe(database.knex)).toEqual(before)
    expect(await repairGuards(database)).toEqual([])
  })

  it('finds sums that drifted and an audit that is not sealed, jobs that were given up and mails that were lost', async () => {
    const { knex } = world().database
    const { id } = await buildTemplate(world())
    await sealAudit(ctxOf(world()))
    await knex('templates').where({ id }).update({ usageCount: 3 })
    expect(await checks()).toEqual([])
    expect(await checks(true)).toEqual(['fault: sums'])
    await knex('templates').where({ id }).update({ usageCount: 0 })

    await buildUser(world())
    expect((await findProblems(at(1))).map(({ check }) => check)).toContain('seals')
    await sealAudit(ctxOf(world()))

    const now = new Date()
    const row = { id: '01a2062d-1179-710b-a9ad-ff028e3f7896', createdAt: now, updatedAt: now, dueAt: now, attempts: 4 }
    const gone = { ...row, name: 'seal-audit', onceKey: 'a', payload: '{}', status: 'failed', beganAt: now, endedAt: now }
    await knex('jobs').insert(gone)
    await knex('mail_outbox').insert({ ...row, recipient: 'ada@example.com', subject: 'Hello', status: 'failed' })
    expect(await checks()).toEqual(['fault: jobs', 'advice: mails'])
    expect(await findProblems(at(3))).not.toContainEqual(expect.objectContaining({ check: 'jobs' }))
    const done = async (name: string, minutes: number) => {
      const beganAt = new Date(now.getTime() + minutes * 60_000)
      const again = { id: randomUUID(), onceKey: randomUUID(), status: 'completed', beganAt, endedAt: beganAt }
      await knex('jobs').insert({ ...gone, ...again, name })
    }
    // One that was done before it failed and another kind leave it as it is; once it was done again it is over.
    await done('seal-audit', -1)
    await done('end-sessions', 1)
    expect(await findProblems(ctxOf(world()))).toContainEqual(expect.objectContaining({ check: 'jobs', about: ['seal-audit'] }))
    await done('seal-audit', 1)
    expect(await checks()).toEqual(['advice: mails'])
    await knex('jobs').delete()
    await knex('mail_outbox').delete()
  })

  it('tells that archives failed, though the job that makes them was done', async () => {
    const { ctx } = await signedUp(world())
    await startDataExport(ctx)
    // Where a file stands there can be no folder.
    const services = { ...world().services, exportsFolder: join(import.meta.filename, 'exports') }
    const contextOf = (requestId: string): Ctx => ({ ...ctxOf(world()), actor: { kind: 'system' }, requestId, services })
    const runner = startJobs({ kinds: jobKinds, contextOf, pauseMs: 10 })
    await vi.waitFor(async () => expect(await checks()).toEqual(['advice: archives']), 5_000)
    await runner.close()
    const shown = await listJobs(ctxOf(world(), await buildUser(world(), { role: 'admin' })))
    const results = shown.find(({ name }) => name === dataExportsJob)?.runs.map(({ result }) => result)
    expect(results).toContainEqual({ archives: 0, failed: 1, removed: 0 })
    await world().database.knex('jobs').delete()
  })

  it('finds an index that another one begins with', async () => {
    const { knex } = world().database
    await knex.schema.alterTable('prompts', (table) => table.index(['conversation_id', 'created_at'], 'by_hand'))
    const found = await findProblems(ctxOf(world()))
    expect(found).toContainEqual(expect.objectContaining({ check: 'indexes', about: ['prompts.by_hand'] }))
    await knex.schema.alterTable('prompts', (table) => table.dropIndex(['conversation_id', 'created_at'], 'by_hand'))
  })

  it('tells administrators alone how large the tables are, and were', async () => {
    const [admin, user] = [await buildUser(world(), { role: 'admin' }), await buildUser(world())]
    expect(await readHealth(ctxOf(world(), admin))).toMatchObject({ measuredOn: null, sizes: [] })
    for (const days of [-30, -7, 0]) await sampleSizes(at(days))
    await sampleSizes(at(0))
    const { sizes, measuredOn } = await readHealth(ctxOf(world(), admin))
    expect(measuredOn).toBe(new Date().toISOString().slice(0, 10))
    const templates = sizes.find(({ name }) => name === 'templates')
    expect(templates).toMatchObject({ rows: expect.any(Number), bytesWeekBefore: expect.any(Number) })
    expect(templates?.bytes).toBeGreaterThan(10_000)
    expect(templates?.bytesMonthBefore).toBe(templates?.bytes)
    expect(new Set(sizes.map(({ name }) => name)).size).toBe(sizes.length)
    expect(sizes.map(({ bytes }) => bytes)).toEqual(sizes.map(({ bytes }) => bytes).toSorted((one, other) => other - one))
    await expect(readHealth(ctxOf(world(), user))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    // What is older than the time it is kept goes.
    await sampleSizes(at(500))
    expect(await world().database.knex('table_sizes').distinct().pluck('day')).toHaveLength(1)
  })
})
