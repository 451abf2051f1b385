import { templateSorts } from '@prologue/contracts'
import type { Knex } from 'knex'
import { beforeAll, expect, it } from 'vitest'
import { fillDatabase } from '../generator/index.ts'
import { User } from '../models/index.ts'
import { ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { appRouter } from '../trpc/index.ts'

/** What grows without end: nothing may read these from end to end, or put more of them in order than one page needs. */
const big = [
  'templates',
  'template_versions',
  'template_ratings',
  'conversations',
  'conversation_participants',
  'prompts',
  'audit_logs',
  'sessions',
]

/** Where rows are put in order all the same, and why they are few. */
const allowed: { read: string; tables: string[]; because: string }[] = [
  {
    read: 'conversations.get',
    tables: ['conversation_participants'],
    because: 'They are those of one conversation, found by conversation_id; a room holds 200 people at most.',
  },
  {
    read: 'admin.report',
    tables: ['audit_logs'],
    because: 'They are those since the last seal, found by their number; what is older was counted when it was sealed.',
  },
  {
    read: 'search.query',
    tables: ['templates', 'conversations', 'conversation_participants', 'prompts'],
    because: 'They are those the index of words answers with, or the next of a walk; how many is weighed before.',
  },
  {
    read: 'templates.list of mine',
    tables: ['templates'],
    because: 'They are those of one owner, found by owner_id; an index for each order would cost every write.',
  },
]

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
  'conversations.list by title': ({ conversations }) => pages((cursor) => conversations.list({ search: 'the', cursor })),
  'conversations.get': ({ conversations }, { conversationId }) => conversations.get({ id: conversationId }),
  'prompts.list': ({ prompts }, { conversationId }) => pages((cursor) => prompts.list({ conversationId, cursor })),
  'shares.list': ({ shares }, { conversationId }) => shares.list({ conversationId }),
  'templates.list': async ({ templates }) => {
    for (const sort of templateSorts) await pages((cursor) => templates.list({ scope: 'public', sort, cursor }))
  },
  'templates.list of a category': async ({ templates }) => {
    for (const sort of templateSorts)
      await pages((cursor) => templates.list({ scope: 'public', sort, category: 'language', cursor }))
  },
  'templates.list of mine': async ({ templates }) => {
    for (const sort of templateSorts) await pages((cursor) => templates.list({ scope: 'mine', sort, cursor }))
  },
  'templates.get': ({ templates }, { templateId }) => templates.get({ id: templateId }),
  'templates.get by address': ({ templates }, { slug }) => templates.get({ slug }),
  'templates.versions': ({ templates }, { templateId }) => pages((cursor) => templates.versions({ templateId, cursor })),
  'templates.version': ({ templates }, { templateId }) => templates.version({ templateId, number: 1 }),
  'activity.list': ({ activity }) => pages((cursor) => activity.list({ cursor })),
  'activity.list by actor': ({ activity }, { actorId }) => pages((cursor) => activity.list({ actorId, cursor })),
  'activity.list by entity': ({ activity }, { templateId }) =>
    pages((cursor) => activity.list({ entityType: 'templates', entityId: templateId, cursor })),
  'activity.list by action and time': ({ activity }) =>
    pages((cursor) => activity.list({ action: 'create', from: new Date(until.getTime() - 7 * 86_400_000), to: until, cursor })),
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
}

const until = new Date('2026-11-20T00:00:00Z')

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

onEachDatabase('of a hundredth of a large database', (world) => {
  let caller: Caller
  let seen: Seen
  const ran: Query[] = []

  beforeAll(async () => {
    const { database } = world()
    await fillDatabase(database, { scale: 0.01, seed: 3, until }, () => {})
    const { user, ...busy } = await findBusy(database)
    seen = busy
    caller = appRouter.createCaller({ ...ctxOf(world(), { id: user.id, name: user.name, role: 'admin' }), setSession() {} })
    database.knex.on('query', ({ sql, bindings }: Query) => ran.push({ sql, bindings }))
  }, 240_000)

  async function faultsOf({ sql, bindings }: Query): Promise<{ scans: string[]; sorts: string[] }> {
    const { knex, dialect } = world().database
    const { fullScans, sorts } = await dialect.explain(knex, sql, bindings)
    return { scans: fullScans.filter((table) => big.includes(table)), sorts: sorts.filter((table) => big.includes(table)) }
  }

  it.each(Object.entries(reads))('%s reads no big table from end to end and sorts none', async (name, read) => {
    ran.length = 0
    await read(caller, seen)
    // A list of no ids is answered without reading, whatever the plan says.
    const queries = ran.filter(({ sql }) => /^\(?\s*(select|with)\b/i.test(sql) && !sql.includes('1 = ?'))
    expect(queries).not.toHaveLength(0)
    const few = allowed.find(({ read: of }) => name === of || name.startsWith(`${of} `))?.tables ?? []
    for (const query of queries) {
      const { scans, sorts } = await faultsOf(query)
      expect({ sql: query.sql, scans, sorts: sorts.filter((table) => !few.includes(table)) }).toEqual({
        sql: query.sql,
        scans: [],
        sorts: [],
      })
    }
  })

  it('would notice a scan, and a sort', async () => {
    const scan = "select id from templates as t where lower(t.title) like '%a%' order by t.title limit 10"
    expect(await faultsOf({ sql: scan, bindings: [] })).toEqual({ scans: ['templates'], sorts: ['templates'] })
    const order = 'select id from prompts where status = ? order by response_time_ms limit 10'
    expect((await faultsOf({ sql: order, bindings: ['completed'] })).sorts).toEqual(['prompts'])
    const count = 'select count(*) from audit_logs'
    expect((await faultsOf({ sql: count, bindings: [] })).scans).toEqual(['audit_logs'])
  })
})

it('knows every reading procedure', () => {
  // By their whole names, which the type does not tell.
  const procedures: Record<string, { _def: { type: string } }> = Object(appRouter._def.procedures)
  const reading = Object.entries(procedures)
    .filter(([, { _def }]) => _def.type === 'query')
    .map(([name]) => name)
  const known = new Set(Object.keys(reads).map((name) => name.split(' ')[0]))
  expect(reading.filter((name) => !known.has(name))).toEqual([])
})
