import { type Notification, type NotificationKind, type ParticipantRole, personLabel } from '@prologue/contracts'
import { pathTo } from '../../links.ts'
import { roleDeeds } from '../../ui/roleWords.ts'

type Told = Pick<Notification, 'kind' | 'actor' | 'conversation' | 'template' | 'role' | 'shareId'>
type Words = { who: string; what: string; deed: string; waits: boolean; role: ParticipantRole }

const sentences: Readonly<Record<NotificationKind, (words: Words) => string>> = {
  invited: ({ who, what, deed, waits, role }) =>
    waits
      ? `${who} invites you to ${what}: you would be able to ${role === 'viewer' ? 'read' : deed}.`
      : `${who} let you into ${what}: you can ${deed}.`,
  'role-changed': ({ who, what, deed }) => `${who} changed your role in ${what}: you can ${deed} now.`,
  removed: ({ who, what }) => `${who} removed you from ${what}.`,
  'handed-over': ({ who, what }) => `${who} made you the owner of ${what}.`,
  mentioned: ({ who, what }) => `${who} mentioned you in a comment on ${what}.`,
  replied: ({ who, what }) => `${who} replied in a thread that you wrote in, on ${what}.`,
  'template-offered': ({ who, what }) => `${who} wants to hand ${what} over to you.`,
  'template-taken': ({ who, what }) => `${who} took over ${what} from you.`,
  'template-hidden': ({ what }) => `A moderator made ${what} private, because it was reported.`,
  'template-version-hidden': ({ what }) =>
    `A moderator took an older version of ${what} away from others, because it was reported.`,
  'template-review-removed': ({ what }) =>
    `A moderator took away what you wrote about ${what}, because it was reported. Your stars stay.`,
  'export-ready': () => 'The archive of your data is ready.',
}

/** What happened, who did it and to what, as a sentence. */
export function sentence({ kind, actor, conversation, template, shareId, ...told }: Told): string {
  const about = kind.startsWith('template-') ? template : conversation
  const role = told.role ?? 'viewer'
  return sentences[kind]({
    who: actor ? personLabel(actor) : 'Somebody',
    what: about ? `“${about.title}”` : kind.startsWith('template-') ? 'a template' : 'a conversation',
    deed: roleDeeds[role],
    role,
    waits: shareId !== null,
  })
}

/** Where it leads; null where there is nothing to see any more, or not yet. */
export function leadsTo({
  kind,
  conversation,
  template,
  commentId,
  shareId,
}: Pick<Notification, 'kind' | 'conversation' | 'template' | 'commentId' | 'shareId'>) {
  if (kind === 'export-ready') return '/account'
  if (template) return `/templates/${template.slug}`
  if (!conversation || shareId) return null
  return commentId ? pathTo(conversation.id, 'comment', commentId) : `/c/${conversation.id}`
}
