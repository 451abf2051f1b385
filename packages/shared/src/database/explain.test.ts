import { randomUUID } from 'node:crypto'
import { AppError, type ErrorCode, type UserRole } from '@prologue/contracts'
import { TRPCError } from '@trpc/server'
import type { Knex } from 'knex'
import { beforeAll, expect, it } from 'vitest'
import { retainAudit, sealAudit, verifyAudit } from '../activity/index.ts'
import { raiseAlerts } from '../alerts/index.ts'
import type { Ctx } from '../context.ts'
import { makeDataExports } from '../dataExports/index.ts'
import { fillDatabase } from '../generator/index.ts'
import { User } from '../models/index.ts'
import type { Rates } from '../rates/index.ts'
import { archiveIdleConversations, foldTemplateUsage, purgeDeleted, purgePrompts, refreshTrending } from '../retention/index.ts'
import { ctxOf, holdTexts, onEachDatabase, type World } from '../testing/index.ts'
import { reads, until, type Caller, type Seen } from '../testing/reads.ts'
import { appRouter } from '../trpc/index.ts'
import { allowedPlans, bigTables } from './allowedPlans.ts'

type Query = { sql: string; bindings: readonly Knex.RawBinding[] }

/** What the process does by itself, in an order in which each finds something to do. */
const jobs: Record<string, (ctx: Ctx) => Promise<unknown>> = {
  'sealing the audit': sealAudit,
  'looking for what is unusual': (ctx) => raiseAlerts(ctx, { since: new Date(until.getTime() - 60_000) }),
  'verifying the audit': verifyAudit,
  'letting months of the audit go': (ctx) => retainAudit(ctx, { keepMonths: 23 }),
  'adding up the use of templates': (ctx) => foldTemplateUsage(ctx, { olderThanDays: 700 }),
  'refreshing what is trending': refreshTrending,
  'putting idle conversations away': (ctx) => archiveIdleConversations(ctx, { idleDays: 720 }),
  'making an archive of what somebody has': async (ctx) => expect(await makeDataExports(ctx)).toMatchObject({ archives: 1 }),
  'purging what was deleted': (ctx) => purgeDeleted(ctx, { olderThanDays: 690 }),
  'purging old exchanges': (ctx) => purgePrompts(ctx, { olderThanDays: 725 }),
}

async function findBusy({ knex }: World['database']): Promise<Seen & { user: User }> {
  const [owner] = await knex('conversations')
    .where('status', 'active')
    .groupBy('ownerId')
    .orderByRaw('count(*) desc')
    .limit(1)
    .select('ownerId')
  const conversation = await knex('conversations')
    .where({ ownerId: owner.ownerId, deletedAt: null })
    .orderBy('promptCount', 'desc')
    .first('id')
  const template = await knex('templates')
    .where({ visibility: 'public', deletedAt: null })
    .whereNotNull('ownerId')
    .orderBy('latestNumber', 'desc')
    .first('id', 'slug')
  const user = await User.query(knex).findById(owner.ownerId).throwIfNotFound()
  return { user, actorId: user.id, conversationId: conversation.id, templateId: template.id, slug: template.slug }
}

const refusals: readonly ErrorCode[] = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']

/** What the database server keeps of itself: no table of ours, and not every account reads it. */
const ofServer = /performance_schema|information_schema|sqlite_master|pragma_/

/** Each statement that reads, once. A list of no ids is answered without reading, whatever the plan says. */
function readingOf(queries: readonly Query[]): Query[] {
  const reading = queries.filter(
    ({ sql }) => /^\(?\s*(select|with)\b|\bselect\b.*\bfrom\b/i.test(sql) && !ofServer.test(sql) && !sql.includes('1 = ?'),
  )
  return [...new Map(reading.map((query) => [query.sql, query])).values()]
}

onEachDatabase('of a hundredth of a large database', (world) => {
  const callers = new Map<UserRole | 'nobody', Caller>()
  let seen: Seen
  const ran: Query[] = []

  beforeAll(async () => {
    const { database } = world()
    await fillDatabase(database, { scale: 0.01, seed: 3, until }, () => {})
    await holdTexts(database)
    const { user, ...busy } = await findBusy(database)
    seen = busy
    const asked = { userId: user.id, state: 'queued', createdAt: until, updatedAt: until }
    await database.knex('data_exports').insert({ id: randomUUID(), ...asked })
    const some = await database.knex('conversation_participants').where({ userId: user.id }).limit(3).pluck('id')
    await database.knex('conversation_participants').whereIn('id', some).update({ pinnedAt: until })
    for (const role of ['admin', 'user', 'nobody'] as const) {
      const ctx = role === 'nobody' ? ctxOf(world()) : ctxOf(world(), { id: user.id, name: user.name, role })
      // What people may ask is limited, and all of this comes at once.
      const rates: Rates = { take: async (name) => ({ name, allowed: true, remaining: 1, resetsIn: 1 }) }
      const services = { ...ctx.services, rates }
      callers.set(role, appRouter.createCaller({ ...ctx, services, setSession() {}, showAllowance() {} }))
    }
    database.knex.on('query', ({ sql, bindings }: Query) => ran.push({ sql, bindings }))
  }, 240_000)

  async function faultsOf({ sql, bindings }: Query): Promise<{ scans: string[]; sorts: string[] }> {
    const { knex, dialect } = world().database
    const { fullScans, sorts } = await dialect.explain(knex, sql, bindings)
    return {
      scans: fullScans.filter((table) => bigTables.includes(table)),
      sorts: sorts.filter((table) => bigTables.includes(table)),
    }
  }

  /** What reads too much, each with its statement. */
  async function faultsIn(name: string, queries: readonly Query[]): Promise<object[]> {
    const few = allowedPlans.filter(({ of }) => name === of || name.startsWith(`${of} `))
    const [sorted, scanned] = [few.flatMap(({ sorts }) => sorts), few.flatMap(({ scans = [] }) => scans)]
    const faults: object[] = []
    for (const query of queries) {
      const found = await faultsOf(query)
      const scans = found.scans.filter((table) => !scanned.includes(table))
      const sorts = found.sorts.filter((table) => !sorted.includes(table))
      if (scans.length + sorts.length > 0) faults.push({ sql: query.sql, scans, sorts })
    }
    return faults
  }

  it.each(Object.entries(reads))('%s reads no big table from end to end and sorts none', async (name, read) => {
    const asked = new Map<string, Query[]>()
    for (const [role, caller] of callers) {
      ran.length = 0
      await read(caller, seen).catch((error: unknown) => {
        // What somebody may not read is refused after a few queries, or before the first.
        const cause = error instanceof TRPCError ? error.cause : null
        if (role === 'admin' || !(cause instanceof AppError && refusals.includes(cause.code))) throw error
      })
      asked.set(role, readingOf(ran))
    }
    expect(asked.get('admin')).not.toHaveLength(0)
    for (const queries of asked.values()) expect(await faultsIn(name, queries)).toEqual([])
  })

  it.each(Object.entries(jobs))(
    '%s reads no big table from end to end and sorts none',
    async (name, work) => {
      ran.length = 0
      const ctx = { ...ctxOf(world()), actor: { kind: 'system' as const }, ip: null, now: () => until }
      await work(ctx)
      const queries = readingOf(ran)
      expect(queries).not.toHaveLength(0)
      expect(await faultsIn(name, queries)).toEqual([])
    },
    120_000,
  )

  it('would notice a scan, and a sort', async () => {
    const scan = "select id from templates as t where lower(t.title) like '%a%' order by t.title limit 10"
    expect(await faultsOf({ sql: scan, bindings: [] })).toEqual({ scans: ['templates'], sorts: ['templates'] })
    const order = 'select id from prompts where status = ? order by response_time_ms limit 10'
    expect((await faultsOf({ sql: order, bindings: ['completed'] })).sorts).toEqual(['prompts'])
    const count = 'select count(*) from audit_logs'
    expect((await faultsOf({ sql: count, bindings: [] })).scans).toEqual(['audit_logs'])
  })
})

/** What is read from the memory of the process. */
const withoutDatabase = ['mail.list']

it('knows every reading procedure', () => {
  // By their whole names, which the type does not tell.
  const procedures: Record<string, { _def: { type: string } }> = Object(appRouter._def.procedures)
  const reading = Object.entries(procedures)
    .filter(([, { _def }]) => _def.type === 'query')
    .map(([name]) => name)
  const known = new Set([...withoutDatabase, ...Object.keys(reads).map((name) => name.split(' ')[0])])
  expect(reading.filter((name) => !known.has(name))).toEqual([])
})
