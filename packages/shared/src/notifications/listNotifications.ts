import { colourIn, limits, type listNotificationsSchema, type Notification as NotificationShape } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { Conversation, ConversationParticipant, ConversationShare, Notification, User } from '../models/index.ts'
import { cutPage, instantPlace, onlyAfter, readCursor, type Page } from '../pages.ts'
import { signedIn } from '../policies/index.ts'
import { readableTemplates } from './readableTemplates.ts'

/** What the caller was told, the newest first. @throws AppError UNAUTHENTICATED, VALIDATION for a cursor of another list */
export async function listNotifications(
  ctx: Ctx,
  { cursor }: z.infer<typeof listNotificationsSchema>,
): Promise<Page<NotificationShape>> {
  const { userId } = signedIn(ctx.actor)
  const query = Notification.with(ctx)
    .where({ userId })
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limits.page + 1)
  onlyAfter(ctx, query, ['createdAt', 'id'], readCursor(cursor, instantPlace))
  const page = cutPage(await query, limits.page, ({ createdAt, id }) => [createdAt, id])
  const about = await findSubjects(ctx, userId, page.items)
  return { ...page, items: page.items.map((notice) => present(notice, about)) }
}

type Subjects = Awaited<ReturnType<typeof findSubjects>>

/** What the notices of somebody are about, as far as they may know it. */
async function findSubjects(ctx: Ctx, userId: string, notices: readonly Notification[]) {
  const conversationIds = notices.flatMap(({ conversationId }) => conversationId ?? [])
  const shareIds = notices.flatMap(({ data }) => data.shareId ?? [])
  const actorIds = notices.flatMap(({ actorId }) => actorId ?? [])
  const waiting = await ConversationShare.with(ctx)
    .findByIds(shareIds)
    .whereNull('revokedAt')
    .whereColumn('uses', '<', 'maxUses')
    .where((live) => live.whereNull('expiresAt').orWhere('expiresAt', '>', ctx.now()))
    .whereIn('createdBy', User.with(ctx).where({ lockedAt: null }).select('id'))
    .select('id', 'conversationId')
  const places = await ConversationParticipant.with(ctx)
    .whereIn('conversationId', conversationIds)
    .whereIn('userId', [userId, ...actorIds])
    .select('conversationId', 'userId', 'colour')
  const mine = places.filter((place) => place.userId === userId)
  // Who is invited may know what to, as who holds a link does.
  const visible = [...mine, ...waiting].map(({ conversationId }) => conversationId)
  const conversations = await Conversation.with(ctx).findByIds(visible).select('id', 'title')
  const templates = await readableTemplates(
    ctx,
    notices.flatMap(({ templateId }) => templateId ?? []),
  )
  const actors = await User.with(ctx).findByIds(actorIds).select('id', 'name', 'role')
  return {
    conversations: new Map(conversations.map(({ id, title }) => [id, { id, title }])),
    templates: new Map(templates.map(({ id, slug, title }) => [id, { id, slug, title }])),
    actors: new Map(actors.map(({ id, name, role }) => [id, { id, name, guest: role === 'guest' }])),
    waiting: new Set(waiting.map(({ id }) => id)),
    placeOf: (conversationId: string | null, id: string) =>
      places.find((place) => place.conversationId === conversationId && place.userId === id),
  }
}

function present(notice: Notification, about: Subjects): NotificationShape {
  const { id, kind, conversationId, templateId, actorId, data, createdAt, readAt } = notice
  const actor = actorId === null ? undefined : about.actors.get(actorId)
  const colour = actor && colourIn(about.placeOf(conversationId, actor.id), actor.id)
  return {
    id,
    kind,
    actor: actor && colour ? { ...actor, colour } : null,
    conversation: (conversationId && about.conversations.get(conversationId)) || null,
    template: (templateId && about.templates.get(templateId)) || null,
    role: data.role ?? null,
    commentId: data.commentId ?? null,
    shareId: data.shareId !== undefined && about.waiting.has(data.shareId) ? data.shareId : null,
    createdAt,
    readAt,
  }
}
