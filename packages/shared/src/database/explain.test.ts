import { AppError, templateSorts, type ErrorCode, type UserRole } from '@prologue/contracts'
import { TRPCError } from '@trpc/server'
import type { Knex } from 'knex'
import { beforeAll, expect, it } from 'vitest'
import { retainAudit, sealAudit, verifyAudit } from '../activity/index.ts'
import type { Ctx } from '../context.ts'
import { fillDatabase } from '../generator/index.ts'
import { User } from '../models/index.ts'
import type { Rates } from '../rates/index.ts'
import { archiveIdleConversations, foldTemplateUsage, purgeDeleted, purgePrompts, refreshTrending } from '../retention/index.ts'
import { ctxOf, holdTexts, onEachDatabase, type World } from '../testing/index.ts'
import { appRouter } from '../trpc/index.ts'
import { allowedPlans, bigTables } from './allowedPlans.ts'

type Query = { sql: string; bindings: readonly Knex.RawBinding[] }
type Caller = ReturnType<typeof appRouter.createCaller>
type Seen = { actorId: string; conversationId: string; templateId: string; slug: string }
type Page = { nextCursor: string | null }

/** The first page and the one after it. */
async function pages(list: (cursor?: string) => Promise<Page>): Promise<void> {
  const { nextCursor } = await list()
  if (nextCursor !== null) await list(nextCursor)
}

/** Every way in which people read, by the name of its procedure and, where there are several, what is special. */
const reads: Record<string, (caller: Caller, seen: Seen) => Promise<unknown>> = {
  'conversations.list': ({ conversations }) => pages((cursor) => conversations.list({ cursor })),
  'conversations.list archived': ({ conversations }) => pages((cursor) => conversations.list({ status: 'archived', cursor })),
  'conversations.list of mine and of others': async ({ conversations }) => {
    for (const role of ['mine', 'shared'] as const) await pages((cursor) => conversations.list({ role, cursor }))
  },
  'conversations.list by title': ({ conversations }) => pages((cursor) => conversations.list({ search: 'the', cursor })),
  'conversations.get': ({ conversations }, { conversationId }) => conversations.get({ id: conversationId }),
  'prompts.systemLines': ({ prompts }, { conversationId }) => prompts.systemLines({ conversationId }),
  'prompts.list': ({ prompts }, { conversationId }) => pages((cursor) => prompts.list({ conversationId, cursor })),
  'prompts.get': async ({ prompts }, { conversationId }) => {
    const { items } = await prompts.list({ conversationId })
    const id = items[0]?.id
    if (id) await prompts.get({ id })
  },
  'comments.list': ({ comments }, { conversationId }) => comments.list({ conversationId }),
  'notifications.list': ({ notifications }) => pages((cursor) => notifications.list({ cursor })),
  'notifications.unread': ({ notifications }) => notifications.unread(),
  'people.search': ({ people }) => people.search({ search: 'an' }),
  'shares.list': ({ shares }, { conversationId }) => shares.list({ conversationId }),
  'checkpoints.list': ({ checkpoints }, { conversationId }) => pages((cursor) => checkpoints.list({ conversationId, cursor })),
  'checkpoints.get': async ({ checkpoints }, { conversationId }) => {
    const { id } = await checkpoints.save({ conversationId, name: 'To be read' })
    await checkpoints.get({ id })
  },
  'account.belongings': ({ account }) => account.belongings(),
  'models.list': ({ models }) => models.list(),
  'database.read': ({ database }) => database.read(),
  'mail.outbox': ({ mail }) => mail.outbox(),
  'jobs.list': ({ jobs }) => jobs.list(),
  'providers.list': ({ providers }) => providers.list(),
  'providers.prices': ({ providers }) => providers.prices(),
  'drafts.sections': ({ drafts }, { conversationId }) => drafts.sections({ conversationId }),
  'drafts.reasons': ({ drafts }, seen) => drafts.reasons(seen),
  'drafts.authors': ({ drafts }, { conversationId }) => drafts.authors({ conversationId, clientIds: [1, 2, 3] }),
  'library.browse': async ({ library }) => {
    for (const sort of templateSorts) await pages((cursor) => library.browse({ sort, cursor }))
  },
  'library.browse with filters': async ({ library }, { actorId }) => {
    for (const sort of templateSorts) {
      await pages((cursor) => library.browse({ sort, category: 'language', cursor }))
      await pages((cursor) => library.browse({ sort, tags: ['algebra'], family: 'gpt', cursor }))
      await pages((cursor) => library.browse({ sort, authorId: actorId, cursor }))
    }
    for (const tags of [['algebra'], ['algebra', 'poem', 'dragon']]) await library.browse({ text: 'tutor of', tags })
  },
  'library.browse of mine': async ({ library }) => {
    for (const scope of ['mine', 'favourites', 'deleted'] as const) {
      for (const sort of templateSorts) await pages((cursor) => library.browse({ scope, sort, cursor }))
      await library.browse({ scope, text: 'tutor', category: 'education' })
    }
  },
  'library.facets': async ({ library }) => {
    await library.facets({})
    await library.facets({ text: 'tutor', category: 'education', tags: ['algebra'] })
    await library.facets({ scope: 'mine' })
  },
  'library.fitting': ({ library }) =>
    library.fitting({ text: 'A patient tutor of algebra and geometry who explains with examples' }),
  'interchange.exportTemplates': async ({ interchange }, { templateId }) => {
    await pages((cursor) => interchange.exportTemplates({ cursor }))
    await interchange.exportTemplates({ ids: [templateId] })
  },
  'ratings.summary': ({ ratings }, { templateId }) => ratings.summary({ templateId }),
  'ratings.reviews': ({ ratings }, { templateId }) => pages((cursor) => ratings.reviews({ templateId, cursor })),
  'templateDrafts.get': async ({ templateDrafts, templates }) => {
    const { id } = await templates.begin({})
    await templateDrafts.get({ templateId: id })
  },
  'templateReports.list': async ({ templateReports }) => {
    for (const status of ['open', 'upheld'] as const) await pages((cursor) => templateReports.list({ status, cursor }))
  },
  'templateReports.text': async ({ templateReports }) => {
    const { items } = await templateReports.list({})
    const about = items.find(({ version }) => version !== null)
    if (about) await templateReports.text({ id: about.id })
  },
  'templateReports.countOpen': ({ templateReports }) => templateReports.countOpen(),
  'templates.tree': ({ templates }, { templateId }) => templates.tree({ templateId }),
  'templates.usage': ({ templates }, { templateId }) => templates.usage({ templateId }),
  'templates.get': ({ templates }, { templateId }) => templates.get({ id: templateId }),
  'templates.get by address': ({ templates }, { slug }) => templates.get({ slug }),
  'templates.versions': ({ templates }, { templateId }) => pages((cursor) => templates.versions({ templateId, cursor })),
  'templates.version': ({ templates }, { templateId }) => templates.version({ templateId, number: 1 }),
  'activity.list': ({ activity }) => pages((cursor) => activity.list({ cursor })),
  'activity.list by actor': ({ activity }, { actorId }) => pages((cursor) => activity.list({ actorId, cursor })),
  'activity.list by kind': ({ activity }) => pages((cursor) => activity.list({ entityType: 'templates', cursor })),
  'activity.news': async ({ activity }, { actorId }) => {
    await activity.news({ after: 0 })
    await activity.news({ after: 100, actorId, action: 'update' })
    await activity.news({ after: 100, entityType: 'templates' })
  },
  'activity.list by entity': ({ activity }, { templateId }) =>
    pages((cursor) => activity.list({ entityType: 'templates', entityId: templateId, cursor })),
  'activity.list by action and time': ({ activity }) =>
    pages((cursor) => activity.list({ action: 'create', from: weekBefore, to: until, cursor })),
  'activity.list by actor and action': ({ activity }, { actorId }) =>
    pages((cursor) => activity.list({ actorId, action: 'update', cursor })),
  'activity.list by actor, action and time': ({ activity }, { actorId }) =>
    pages((cursor) => activity.list({ actorId, action: 'sign-in', from: weekBefore, to: until, cursor })),
  'activity.list by entity and actor': ({ activity }, { templateId, actorId }) =>
    pages((cursor) => activity.list({ entityType: 'templates', entityId: templateId, actorId, cursor })),
  'activity.list by entity and action': ({ activity }, { templateId }) =>
    pages((cursor) => activity.list({ entityType: 'templates', entityId: templateId, action: 'update', cursor })),
  'search.query': async ({ search }) => {
    for (const sort of templateSorts) await search.query({ kind: 'templates', text: 'the tutor of algebra', sort })
    for (const kind of ['templates', 'conversations', 'prompts'] as const) {
      await pages((cursor) => search.query({ kind, text: 'algebra', cursor }))
      await search.query({ kind, text: 'tutor alg', prefix: true })
    }
  },
  'admin.report': async ({ admin }) => {
    for (const report of [
      'template-popularity',
      'model-usage',
      'user-activity',
      'conversation-overview',
      'audit-volume',
    ] as const)
      await pages((cursor) => admin.report({ report, cursor }))
  },
  'auth.me': ({ auth }) => auth.me(),
  'account.get': ({ account }) => account.get(),
  'sessions.list': ({ sessions }) => sessions.list(),
  'users.list': ({ users }) => pages((cursor) => users.list({ cursor })),
  'users.list by name or address': async ({ users }) => {
    await pages((cursor) => users.list({ search: 'a', cursor }))
    await users.list({ search: 'ada.lovelace@example.com' })
  },
}

const until = new Date('2026-11-20T00:00:00Z')
const weekBefore = new Date(until.getTime() - 7 * 86_400_000)

/** What the process does by itself, in an order in which each finds something to do. */
const jobs: Record<string, (ctx: Ctx) => Promise<unknown>> = {
  'sealing the audit': sealAudit,
  'verifying the audit': verifyAudit,
  'letting months of the audit go': (ctx) => retainAudit(ctx, { keepMonths: 23 }),
  'adding up the use of templates': (ctx) => foldTemplateUsage(ctx, { olderThanDays: 700 }),
  'refreshing what is trending': refreshTrending,
  'putting idle conversations away': (ctx) => archiveIdleConversations(ctx, { idleDays: 720 }),
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
