import { limits, personLabel, type NotificationKind } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { composeMail, type Mail } from '../mail/index.ts'
import { Conversation, ConversationParticipant, Template, TemplateOffer, User, type Notification } from '../models/index.ts'

type Told = Pick<Notification, 'userId' | 'kind' | 'conversationId' | 'templateId' | 'actorId' | 'data'>

/**
 * What a notice says. A title is free text, and so is the address of a template: only who knows what it is of already reads it in
 * a mail, so that nobody can write to people by inviting them or offering them something, and who was removed reads none.
 */
const sentences: Record<NotificationKind, (actor: string, title: string, role: string) => string> = {
  invited: (actor, _title, role) => `${actor} let you into a conversation: you are ${role} there.`,
  'role-changed': (actor, title, role) => `${actor} changed your role in “${title}”: you are ${role} now.`,
  removed: (actor) => `${actor} ended your access to a conversation.`,
  'handed-over': (actor) => `${actor} made you the owner of a conversation.`,
  mentioned: (actor, title) => `${actor} mentioned you in a comment on “${title}”.`,
  replied: (actor, title) => `${actor} replied in a thread that you wrote in, on “${title}”.`,
  'template-offered': (actor) => `${actor} wants to hand a template over to you. It waits among your notifications.`,
  'template-taken': (actor, title) => `${actor} took over your template “${title}” and is its owner now.`,
  'template-hidden': (_actor, title) =>
    `Your template “${title}” was reported. A moderator agreed and made it private: only you see it now.`,
  'template-version-hidden': (_actor, title) =>
    `An older version of your template “${title}” was reported. A moderator agreed: only you see that version now.`,
  'template-review-removed': (_actor, title) =>
    `What you wrote about the template “${title}” was reported. A moderator agreed and took it away; your stars stay.`,
  'export-ready': () =>
    `The archive of your data that you asked for is ready. Fetch it within ${limits.dataExportHours} hours, in your account.`,
}

/** What a mail tells of, where it leads, and what counts how often it is sent. */
type Subject = { title: string; link: { label: string; url: string }; rate: string; seldom: string }

/**
 * The mail about a notice, to who is away: is at no conversation just now, has a confirmed address and nothing against mails. Null
 * for everybody else, for whom it concerns no more by now, and for who had one of its like within the hour.
 */
export async function writeNoticeMail(ctx: Ctx, told: Told): Promise<Mail | null> {
  const { userId, kind, actorId, data } = told
  const { rooms, rates } = ctx.services
  const user = await User.with(ctx).findById(userId)
  if (!user?.emailVerifiedAt || user.preferences.notifications?.mail === false) return null
  if (await rooms.isHere(userId)) return null
  const subject = await findSubject(ctx, told)
  if (!subject) return null
  const { allowed } = await rates.take('notice-mail', `${userId} ${subject.rate}`)
  if (!allowed) return null
  const actor = actorId === null ? undefined : await User.with(ctx).findById(actorId).select('name', 'role')
  const by = actor ? personLabel({ name: actor.name, guest: actor.role === 'guest' }) : 'Somebody'
  return composeMail({
    to: user,
    subject: subjects[kind],
    before: [`Hello ${user.name},`, sentences[kind](by, subject.title, withArticle(data.role))],
    link: subject.link,
    after: [`While you are away you get one such mail an hour${subject.seldom}. You can turn these mails off in your account.`],
  })
}

const withArticle = (role: string | undefined) => (role === 'editor' ? 'an editor' : `a ${role ?? 'participant'}`)

async function findSubject(ctx: Ctx, told: Told): Promise<Subject | null> {
  if (told.kind === 'export-ready') {
    const link = { label: 'Open your account', url: `${ctx.services.publicUrl}/account` }
    return { title: '', link, rate: told.kind, seldom: '' }
  }
  return told.templateId === null ? ofConversation(ctx, told) : ofTemplate(ctx, told, told.templateId)
}

/** Null for who takes no part by now and was not just told so. */
async function ofConversation(ctx: Ctx, { userId, kind, conversationId, data }: Told): Promise<Subject | null> {
  if (conversationId === null) return null
  const conversation = await Conversation.with(ctx).findById(conversationId).select('title')
  if (!conversation) return null
  const place = await ConversationParticipant.with(ctx).findOne({ conversationId, userId }).select('id')
  if (!place && kind !== 'removed') return null
  const { publicUrl } = ctx.services
  const comment = data.commentId === undefined ? '' : `#comment-${data.commentId}`
  const link =
    kind === 'removed'
      ? { label: 'Open Prologue', url: publicUrl }
      : { label: 'Open the conversation', url: `${publicUrl}/c/${conversationId}${comment}` }
  return { title: conversation.title, link, rate: conversationId, seldom: ' of each conversation' }
}

/** Null for who is offered it no more. Counted by its kind: who has many templates could else send as many mails. */
async function ofTemplate(ctx: Ctx, { userId, kind }: Told, templateId: string): Promise<Subject | null> {
  const template = await Template.with(ctx).findById(templateId).select('slug', 'title')
  if (!template) return null
  const offer = await TemplateOffer.with(ctx).findOne({ templateId, offeredTo: userId }).select('id')
  if (!offer && kind === 'template-offered') return null
  const { publicUrl } = ctx.services
  const link =
    kind === 'template-hidden' || kind === 'template-version-hidden'
      ? { label: 'Open the template', url: `${publicUrl}/templates/${template.slug}` }
      : { label: 'Open Prologue', url: publicUrl }
  return { title: template.title, link, rate: kind, seldom: '' }
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
  'template-version-hidden': 'A version of your template was taken away',
  'template-review-removed': 'Your review was taken away',
  'export-ready': 'The archive of your data is ready',
}
