import type { Belongings } from './buildBelongings.ts'

export type Kind = keyof Belongings['ids']

/** Every kind of id that somebody's belongings have. */
export const kinds: readonly Kind[] = [
  'user',
  'session',
  'mailToken',
  'organization',
  'conversation',
  'deletedConversation',
  'participant',
  'share',
  'invitation',
  'accountInvitation',
  'notification',
  'draft',
  'checkpoint',
  'comment',
  'deletedComment',
  'prompt',
  'deletedPrompt',
  'promptEdit',
  'provider',
  'alert',
  'template',
  'deletedTemplate',
  'begunTemplate',
  'fork',
  'templateDraft',
  'version',
  'label',
  'rating',
  'review',
  'favourite',
  'report',
  'offer',
  'auditEntry',
]

/** What the id of each field is of. */
const byField: Partial<Record<string, Kind>> = {
  actorId: 'user',
  around: 'prompt',
  authorId: 'user',
  checkpointId: 'checkpoint',
  conversationId: 'conversation',
  draftId: 'draft',
  editId: 'promptEdit',
  editIds: 'promptEdit',
  entityId: 'conversation',
  mentions: 'user',
  insteadOf: 'checkpoint',
  organizationId: 'organization',
  keys: 'template',
  parentId: 'comment',
  promptId: 'prompt',
  ratingId: 'review',
  shareId: 'invitation',
  templateId: 'template',
  userId: 'user',
}

/** What a plain `id` is of, by the router of the procedure. */
const byRouter: Partial<Record<string, Kind>> = {
  accountInvitations: 'accountInvitation',
  alerts: 'alert',
  checkpoints: 'checkpoint',
  comments: 'comment',
  conversations: 'conversation',
  deletedContent: 'template',
  prompts: 'prompt',
  providers: 'provider',
  sessions: 'session',
  shares: 'share',
  templateReports: 'report',
  templates: 'template',
  users: 'user',
}

/** What `ids` are of, by the router of the procedure. */
const manyByRouter: Partial<Record<string, Kind>> = {
  interchange: 'template',
  notifications: 'notification',
  providers: 'provider',
  templates: 'template',
}

/**
 * Fields that may hold what is another's: whoever has an account is found by name, can be invited and offered a template; under the same key
 * each person imports a template of their own; a review is reported by whoever reads it.
 */
const meantForOthers: Partial<Record<string, string>> = {
  'interchange.importTemplates': 'keys',
  'participants.invite': 'userId',
  'templateOffers.create': 'userId',
  'templateReports.createOfReview': 'ratingId',
}

/** Whether another's id in this field asks for nothing of theirs, as long as the other fields hold one's own. */
export function isMeantForOthers(path: string, field: string): boolean {
  return meantForOthers[path] === field
}

/** What kind of id a field of a procedure holds. @throws Error that says what to add */
export function kindOf(path: string, field: string): Kind {
  const [name = ''] = path.split('.')
  const kind = field === 'id' ? byRouter[name] : field === 'ids' ? manyByRouter[name] : byField[field]
  if (kind) return kind
  throw new Error(
    `Nobody knows whose id "${field}" of ${path} is. Say so in testing/strangers/kinds.ts, and let buildBelongings make one.`,
  )
}
