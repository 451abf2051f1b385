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
  'draft',
  'checkpoint',
  'comment',
  'deletedComment',
  'prompt',
  'deletedPrompt',
  'template',
  'deletedTemplate',
  'version',
  'label',
  'rating',
  'auditEntry',
]

/** What the id of each field is of. */
const byField: Partial<Record<string, Kind>> = {
  actorId: 'user',
  around: 'prompt',
  checkpointId: 'checkpoint',
  conversationId: 'conversation',
  draftId: 'draft',
  entityId: 'conversation',
  mentions: 'user',
  organizationId: 'organization',
  parentId: 'comment',
  promptId: 'prompt',
  templateId: 'template',
}

/** What a plain `id` is of, by the router of the procedure. */
const byRouter: Partial<Record<string, Kind>> = {
  comments: 'comment',
  conversations: 'conversation',
  prompts: 'prompt',
  sessions: 'session',
  shares: 'share',
  templates: 'template',
  users: 'user',
}

/** What kind of id a field of a procedure holds. @throws Error that says what to add */
export function kindOf(path: string, field: string): Kind {
  const [name = ''] = path.split('.')
  const kind = field === 'id' ? byRouter[name] : byField[field]
  if (kind) return kind
  throw new Error(
    `Nobody knows whose id "${field}" of ${path} is. Say so in testing/strangers/kinds.ts, and let buildBelongings make one.`,
  )
}
