import { personLabel, type NotificationKind } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { composeMail, type Mail } from '../mail/index.ts'
import { Conversation, ConversationParticipant, User, type Notification } from '../models/index.ts'

type Told = Pick<Notification, 'userId' | 'kind' | 'conversationId' | 'actorId' | 'data'>

/**
 * What a notice says. A title is free text: only who knows the conversation already reads it in a mail, so that nobody can write to
 * people by inviting them, and who was removed reads none.
 */
const sentences: Record<NotificationKind, (actor: string, title: string, role: string) => string> = {
  invited: (actor, _title, role) => `${actor} let you into a conversation: you are ${role} there.`,
  'role-changed': (actor, title, role) => `${actor} changed your role in “${title}”: you are ${role} now.`,
  removed: (actor) => `${actor} ended your access to a conversation.`,
  'handed-over': (actor) => `${actor} made you the owner of a conversation.`,
  mentioned: (actor, title) => `${actor} mentioned you in a comment on “${title}”.`,
  replied: (actor, title) => `${actor} replied in a thread that you wrote in, on “${title}”.`,
  'template-offered': (actor) => `${actor} wants to hand a template over to you.`,
  'template-taken': (actor) => `${actor} took over a template of yours.`,
  'template-hidden': () => 'A template of yours was reported and made private.',
}

const withArticle = (role: string | undefined) => (role === 'editor' ? 'an editor' : `a ${role ?? 'participant'}`)

/**
 * The mail about a notice, to who is away: is at no conversation just now, has a confirmed address and nothing against mails. Null
 * for everybody else, for who takes no part by now and was not just told so, and for who had one about this conversation within
 * the hour.
 */
export async function writeNoticeMail(ctx: Ctx, { userId, kind, conversationId, actorId, data }: Told): Promise<Mail | null> {
  const { rooms, rates, publicUrl } = ctx.services
  const user = await User.with(ctx).findById(userId)
  if (!user?.emailVerifiedAt || user.preferences.notifications?.mail === false) return null
  if (conversationId === null || (await rooms.isHere(userId))) return null
  const conversation = await Conversation.with(ctx).findById(conversationId).select('title')
  if (!conversation) return null
  const place = await ConversationParticipant.with(ctx).findOne({ conversationId, userId }).select('id')
  if (!place && kind !== 'removed') return null
  const { allowed } = await rates.take('notice-mail', `${userId} ${conversationId}`)
  if (!allowed) return null
  const actor = actorId === null ? undefined : await User.with(ctx).findById(actorId).select('name', 'role')
  const by = actor ? personLabel({ name: actor.name, guest: actor.role === 'guest' }) : 'Somebody'
  const sentence = sentences[kind](by, conversation.title, withArticle(data.role))
  const comment = data.commentId === undefined ? '' : `#comment-${data.commentId}`
  const url = kind === 'removed' ? publicUrl : `${publicUrl}/c/${conversationId}${comment}`
  return composeMail({
    to: user.email,
    subject: subjects[kind],
    before: [`Hello ${user.name},`, sentence],
    link: { label: kind === 'removed' ? 'Open Prologue' : 'Open the conversation', url },
    after: [
      'While you are away you get one such mail an hour of each conversation. You can turn these mails off in your account.',
    ],
  })
}

const subjects: Record<NotificationKind, string> = {
  invited: 'You take part in a conversation',
  'role-changed': 'Your role in a conversation was changed',
  removed: 'Your access to a conversation has ended',
  'handed-over': 'A conversation was handed over to you',
  mentioned: 'You were mentioned',
  replied: 'There is a reply for you',
  'template-offered': 'A template waits for you',
  'template-taken': 'Your template has a new owner',
  'template-hidden': 'Your template was made private',
}
