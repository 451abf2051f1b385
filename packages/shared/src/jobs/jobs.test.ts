import { setTimeout as wait } from 'node:timers/promises'
import type { JobResult } from '@prologue/contracts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Job } from '../models/index.ts'
import { buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { claimJob } from './claimJob.ts'
import { jobKinds, type JobKinds } from './jobKinds.ts'
import { listJobs } from './listJobs.ts'
import { startJob } from './startJob.ts'
import { startJobs } from './startJobs.ts'

/** By the hour, at its tenth minute. */
const schedule = '10 * * * *'

onEachDatabase('jobs', (world) => {
  const runners: ReturnType<typeof startJobs>[] = []
  let now: Date

  beforeEach(async () => {
    now = new Date('2026-06-15T12:00:00.000Z')
    await world().database.knex('jobs').delete()
  })
  afterEach(async () => {
    for (const runner of runners.splice(0)) await runner.close()
  })

  const contextOf = (requestId: string) => ({
    ...ctxOf(world()),
    actor: { kind: 'system' as const },
    requestId,
    now: () => now,
  })
  const start = (kinds: JobKinds, { leaseMs = 60_000, mostMs = 60_000 } = {}) => {
    const runner = startJobs({ kinds, contextOf, leaseMs, mostMs, pauseMs: 10 })
    runners.push(runner)
    return runner
  }
  const jobs = () => Job.query(world().database.knex).orderBy(['createdAt', 'id'])
  const namesOf = async (status: string) => (await jobs().where({ status })).map(({ name }) => name).toSorted()
  const clock = (time: string) => (now = new Date(`2026-06-15T${time}Z`))
  const expectJobs = async (rows: object[]) => vi.waitFor(async () => expect(await jobs()).toMatchObject(rows))

  it('wait for their time, are done once by several processes, and wait for the next', async () => {
    let runs = 0
    const kinds = { count: { schedule, run: async () => ({ runs: ++runs }) } }
    for (let process = 0; process < 4; process++) start(kinds)
    await expectJobs([{ name: 'count', status: 'waiting', dueAt: new Date('2026-06-15T12:10:00Z') }])
    await wait(50)
    expect(runs).toBe(0)
    clock('12:10:00')
    await expectJobs([
      { status: 'completed', attempts: 1, result: { runs: 1 }, lease: null, endedAt: now },
      { status: 'waiting', dueAt: new Date('2026-06-15T13:10:00Z') },
    ])
    await wait(50)
    expect(runs).toBe(1)
  })

  it('that nobody ran in time are made up for once', async () => {
    const kinds = { count: { schedule, run: async () => ({}) } }
    await start(kinds).close()
    clock('17:30:00')
    start(kinds)
    await expectJobs([
      { status: 'completed', dueAt: new Date('2026-06-15T12:10:00Z') },
      { status: 'completed', dueAt: new Date('2026-06-15T17:10:00Z') },
      { status: 'waiting', dueAt: new Date('2026-06-15T18:10:00Z') },
    ])
    expect(await jobs()).toHaveLength(3)
  })

  it('that fail are tried again after a while, and given up after the fourth time', async () => {
    let runs = 0
    const run = async () => {
      runs++
      throw new Error("no such table: secrets in insert into secrets values ('hunter2')")
    }
    start({ count: { schedule, run } })
    await expectJobs([{ status: 'waiting' }])
    for (const [index, time] of ['12:10:00', '12:11:00', '12:16:00'].entries()) {
      clock(time)
      await vi.waitFor(() => expect(runs).toBe(index + 1))
      await expectJobs([{ status: 'waiting', attempts: index + 1 }])
    }
    clock('12:46:00')
    await expectJobs([{ status: 'failed', attempts: 4 }, { status: 'waiting' }])
    const [job] = await jobs()
    expect(job?.failure).toContain(`job-${job?.id}`)
    expect(job?.failure).not.toContain('hunter2')
    expect(runs).toBe(4)
  })

  it('of a process that is gone go to another one when their lease has run out', async () => {
    let runs = 0
    start({ count: { schedule, run: async () => ({ runs: ++runs }) } })
    await expectJobs([{ status: 'waiting' }])
    const taken = { status: 'running', attempts: 1, lease: crypto.randomUUID(), leasedUntil: new Date('2026-06-15T12:11:00Z') }
    await world().database.knex('jobs').update(taken)
    clock('12:10:30')
    await wait(50)
    expect(runs).toBe(0)
    clock('12:11:01')
    await expectJobs([{ status: 'completed', attempts: 2 }, {}])
  })

  it('that end the process each time are given up', async () => {
    let runs = 0
    start({ count: { schedule, run: async () => ({ runs: ++runs }) } })
    await expectJobs([{ status: 'waiting' }])
    const gone = { status: 'running', attempts: 4, leasedUntil: new Date('2026-06-15T12:09:00Z') }
    await world().database.knex('jobs').update(gone)
    clock('12:10:00')
    await expectJobs([
      { status: 'failed', failure: 'The server stopped each time while this was running.' },
      { status: 'waiting' },
    ])
    expect(runs).toBe(0)
  })

  it('that take long keep their lease, and who lost it does not tell how it ended', async () => {
    const { promise, resolve: finish } = Promise.withResolvers<JobResult>()
    start({ count: { schedule, run: () => promise } }, { leaseMs: 30 })
    await expectJobs([{ status: 'waiting' }])
    clock('12:10:00')
    await expectJobs([{ status: 'running' }])
    const [begun] = await jobs()
    clock('12:20:00')
    await vi.waitFor(async () => expect((await jobs())[0]?.leasedUntil?.getTime()).toBe(now.getTime() + 30))
    expect((await jobs())[0]?.lease).toBe(begun?.lease)
    await world().database.knex('jobs').update({ lease: crypto.randomUUID() })
    finish({})
    await wait(50)
    expect(await jobs()).toMatchObject([{ status: 'running', result: null }])
  })

  it('whose lease was made longer since it was found run out stay where they are', async () => {
    await start({ count: { schedule, run: async () => ({}) } }).close()
    const lease = crypto.randomUUID()
    const held = { status: 'running', attempts: 1, lease, leasedUntil: new Date('2026-06-15T12:00:00Z') }
    await world().database.knex('jobs').update(held)
    clock('12:10:00')
    let looks = 0
    const ctx = {
      ...contextOf('late'),
      // The process that has it makes its lease longer between the look and the claim.
      now: () => ((looks += 1) === 1 ? now : new Date('2026-06-15T11:59:00Z')),
    }
    expect(await claimJob(ctx, ['count'], 60_000)).toBeNull()
    expect(await jobs()).toMatchObject([{ status: 'running', attempts: 1, lease }])
  })

  it('that hang are given up with the reason, and those after them are done', async () => {
    let runs = 0
    const kinds = {
      hang: { schedule, run: () => new Promise<JobResult>(() => {}) },
      next: { schedule, run: async () => ({ runs: ++runs }) },
    }
    start(kinds, { mostMs: 100 })
    await expectJobs([{}, {}])
    clock('12:10:00')
    await vi.waitFor(async () => {
      const ended = (await jobs()).flatMap(({ name, status }) => (status === 'waiting' ? [] : [`${name} ${status}`]))
      expect(new Set(ended)).toEqual(new Set(['hang failed', 'next completed']))
    })
    const hung = (await jobs()).find(({ name, status }) => name === 'hang' && status === 'failed')
    expect(hung).toMatchObject({ status: 'failed', lease: null, leasedUntil: null, endedAt: now })
    expect(hung?.failure).toMatch(/^It did not end in .* and was given up\.$/)
    expect(runs).toBe(1)
  })

  it('that take long keep neither the look for alerts nor the seals waiting', async () => {
    const { promise, resolve: finish } = Promise.withResolvers<JobResult>()
    const long = { schedule, run: () => promise }
    const all = Object.entries(jobKinds).map(([name, kind]) => [name, kind.lane ? { ...kind, schedule: '11 * * * *' } : long])
    const runner = start(Object.fromEntries(all))
    await vi.waitFor(async () => expect(await jobs()).toHaveLength(Object.keys(jobKinds).length))
    clock('12:10:00')
    await vi.waitFor(async () => expect(await namesOf('running')).toHaveLength(1))
    const underWay = await namesOf('running')
    clock('12:11:00')
    await vi.waitFor(async () => expect(await namesOf('completed')).toEqual(['raise-alerts', 'seal-audit']))
    expect(await namesOf('running')).toEqual(underWay)
    const closed = runner.close()
    finish({})
    await closed
    expect(await namesOf('completed')).toEqual([...underWay, 'raise-alerts', 'seal-audit'].toSorted())
  })

  it('of each lane are waited for by a stop', async () => {
    const held = { short: Promise.withResolvers<JobResult>(), long: Promise.withResolvers<JobResult>() }
    const runner = start({
      short: { schedule, lane: 'short', run: () => held.short.promise },
      long: { schedule, run: () => held.long.promise },
    })
    await expectJobs([{}, {}])
    clock('12:10:00')
    await expectJobs([{ status: 'running' }, { status: 'running' }])
    let closed = false
    const closing = runner.close().then(() => (closed = true))
    held.short.resolve({})
    await vi.waitFor(async () => expect(await jobs().where({ name: 'short' })).toMatchObject([{ status: 'completed' }]))
    await wait(50)
    expect(closed).toBe(false)
    held.long.resolve({})
    await closing
    expect(await jobs()).toMatchObject([{ status: 'completed' }, { status: 'completed' }])
  })

  it('that were given up are shown for days, however often their kind was done since', async () => {
    const kinds = { count: { schedule, run: async () => ({}) } }
    const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
    const run = async (minutes: number, status: string) => {
      const at = minutesAgo(minutes)
      const times = { dueAt: at, beganAt: at, endedAt: at, createdAt: at, updatedAt: at }
      const row = {
        id: crypto.randomUUID(),
        name: 'count',
        onceKey: at.toISOString(),
        payload: '{}',
        status,
        attempts: 4,
        ...times,
      }
      await world().database.knex('jobs').insert(row)
    }
    for (let minutes = 0; minutes < 12; minutes++) await run(minutes, 'completed')
    for (let hours = 1; hours <= 12; hours++) await run(hours * 60, 'failed')
    await run(3 * 24 * 60, 'completed')
    const admin = ctxOf(world(), await buildUser(world(), { role: 'admin' }))
    const ctx = { ...admin, services: { ...world().services, jobKinds: kinds } }
    const shown = async () =>
      (await listJobs({ ...ctx, now: () => now }))[0]?.runs.map(({ status, dueAt }) => ({ status, dueAt }))
    const times = (status: string, minutes: number[]) => minutes.map((each) => ({ status, dueAt: minutesAgo(each) }))
    const tens = Array.from({ length: 10 }, (_none, index) => index)
    const latest = times('completed', tens)
    expect(await shown()).toEqual([
      ...latest,
      ...times(
        'failed',
        tens.map((index) => (index + 1) * 60),
      ),
    ])
    now = minutesAgo(-8 * 24 * 60)
    expect(await shown()).toHaveLength(10)
  })

  it('are told to administrators, who have one done now', async () => {
    let runs = 0
    const kinds = { count: { schedule, run: async () => ({ runs: ++runs }) } }
    start(kinds)
    await expectJobs([{ status: 'waiting' }])
    const services = { ...world().services, jobKinds: kinds }
    const by = async (role: 'admin' | 'user') => ({
      ...ctxOf(world(), await buildUser(world(), { role })),
      services,
      now: () => now,
    })
    await expect(listJobs(await by('user'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(startJob(await by('user'), { name: 'count' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const admin = await by('admin')
    await expect(startJob(admin, { name: 'constructor' })).rejects.toMatchObject({ code: 'NOT_FOUND' })

    const begun = await startJob(admin, { name: 'count' })
    expect(begun).toMatchObject({ status: 'waiting', dueAt: now })
    await expectJobs([{ status: 'completed', result: { runs: 1 } }, { status: 'waiting' }])
    const [told] = await listJobs(admin)
    expect(told).toMatchObject({ name: 'count' })
    expect(told?.runs.map(({ status }) => status).toSorted()).toEqual(['completed', 'waiting'])
    const audited = await world().database.knex('audit_logs').where({ action: 'start', entityId: begun.id }).first()
    expect(audited).toMatchObject({ entityType: 'jobs' })
  })

  it('of the program run to their end on a database that has little in it', async () => {
    const everySecond = Object.entries(jobKinds).map(([name, kind]) => [name, { ...kind, schedule: '* * * * * *' }])
    start(Object.fromEntries(everySecond))
    await vi.waitFor(async () => expect(await jobs()).toHaveLength(Object.keys(jobKinds).length))
    clock('12:00:01')
    for (const name of Object.keys(jobKinds)) {
      await vi.waitFor(async () => expect(await jobs().where({ name }).first()).toMatchObject({ status: 'completed' }), 20_000)
    }
  })
})
