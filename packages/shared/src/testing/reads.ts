import { templateSorts } from '@prologue/contracts'
import { appRouter } from '../trpc/index.ts'

export type Caller = ReturnType<typeof appRouter.createCaller>
/** Whom and what somebody reads of. */
export type Seen = { actorId: string; conversationId: string; templateId: string; slug: string }
type Page = { nextCursor: string | null }

/** The instant until which the database is filled that is read. */
export const until = new Date('2026-11-20T00:00:00Z')
const weekBefore = new Date(until.getTime() - 7 * 86_400_000)

/** The first page and the one after it. */
async function pages(list: (cursor?: string) => Promise<Page>): Promise<void> {
  const { nextCursor } = await list()
  if (nextCursor !== null) await list(nextCursor)
}

/** Every way in which people read, by the name of its procedure and, where there are several, what is special. */
export const reads: Record<string, (caller: Caller, seen: Seen) => Promise<unknown>> = {
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
  'account.dataExport': ({ account }) => account.dataExport(),
  'account.belongings': ({ account }) => account.belongings(),
  'models.list': ({ models }) => models.list(),
  'database.read': ({ database }) => database.read(),
  'alerts.list': async ({ alerts }) => {
    for (const acknowledged of [true, false]) await alerts.list({ acknowledged })
  },
  'mail.outbox': ({ mail }) => mail.outbox(),
  'jobs.list': ({ jobs }) => jobs.list(),
  'settings.get': ({ settings }) => settings.get(),
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
  'activity.ofConversation': ({ activity }, { conversationId }) =>
    pages((cursor) => activity.ofConversation({ conversationId, cursor })),
  'activity.ofTemplate': async ({ activity, templates }) => {
    const { id: templateId } = await templates.begin({})
    await pages((cursor) => activity.ofTemplate({ templateId, cursor }))
  },
  'activity.list': ({ activity }) => pages((cursor) => activity.list({ cursor })),
  'activity.list by actor': ({ activity }, { actorId }) => pages((cursor) => activity.list({ actorId, cursor })),
  'activity.list by kind': ({ activity }) => pages((cursor) => activity.list({ entityType: 'templates', cursor })),
  'activity.list by text': ({ activity }) => pages((cursor) => activity.list({ text: 'Firefox', cursor })),
  'activity.export': async ({ activity }) => {
    await pages((cursor) => activity.export({ action: 'update', cursor }))
    await activity.export({ text: 'ada' })
  },
  'activity.overTime': async ({ activity }, { actorId }) => {
    await activity.overTime({})
    await activity.overTime({ actorId, text: 'firefox' })
    await activity.overTime({ action: 'sign-in', from: weekBefore, to: until })
  },
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
  'accountInvitations.list': ({ accountInvitations }) => accountInvitations.list(),
  'users.list': ({ users }) => pages((cursor) => users.list({ cursor })),
  'deletedContent.list': async ({ deletedContent }) => {
    await pages((cursor) => deletedContent.list({ kind: 'conversation', cursor }))
    await pages((cursor) => deletedContent.list({ kind: 'template', cursor }))
  },
  'users.list by role or state': async ({ users }) => {
    await pages((cursor) => users.list({ role: 'user', cursor }))
    await users.list({ state: 'locked' })
    await users.list({ state: 'deleted', role: 'moderator' })
  },
  'users.list by name or address': async ({ users }) => {
    await pages((cursor) => users.list({ search: 'a', cursor }))
    await users.list({ search: 'ada.lovelace@example.com' })
  },
}
