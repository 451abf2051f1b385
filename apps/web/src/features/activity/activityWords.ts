import type { Activity, AuditAction } from '@prologue/contracts'

/** What a kind of thing is called on the page, by the name of its table; none has a filter of its own that is not here. */
export const kindWords: Readonly<Record<string, string>> = {
  conversations: 'conversation',
  conversation_participants: 'participant',
  conversation_shares: 'share link',
  prompts: 'message',
  prompt_edits: 'proposed edit',
  prompt_reactions: 'reaction',
  comments: 'comment',
  drafts: 'draft',
  draft_checkpoints: 'checkpoint',
  draft_sections: 'section',
  templates: 'template',
  template_drafts: 'template draft',
  template_versions: 'template version',
  template_labels: 'template label',
  template_ratings: 'rating',
  template_favourites: 'favourite',
  template_offers: 'template offer',
  template_reports: 'report',
  template_upheld_texts: 'held text',
  users: 'account',
  account_invitations: 'invitation',
  user_totp: 'second factor',
  providers: 'provider',
  model_prices: 'model price',
  notifications: 'notice',
  data_exports: 'archive of somebody’s data',
  alerts: 'alert',
  settings: 'setting',
  jobs: 'job',
  sessions: 'session',
  audit_logs: 'audit',
}

export const actionWords: Readonly<Record<AuditAction, string>> = {
  create: 'created',
  update: 'changed',
  delete: 'deleted',
  restore: 'restored',
  purge: 'removed for good',
  erase: 'erased',
  export: 'exported',
  fail: 'got no answer to',
  'sign-in': 'signed in',
  'sign-in-refused': 'was refused at sign-in',
  'sign-up-refused': 'was refused at sign-up',
  'sign-out': 'signed out',
  'confirm-identity': 'proved who they are',
  revoke: 'revoked',
  'end-sessions': 'ended all sessions of',
  'send-reset': 'sent a link for a new password to',
  retain: 'let go of what is past its time in',
  start: 'started',
}

/** These say all of it without the thing they are written at. */
const wholeActions: readonly string[] = ['sign-in', 'sign-in-refused', 'sign-up-refused', 'sign-out', 'confirm-identity']

const words: Readonly<Record<string, string>> = actionWords

/** There is one of each in what one owns. */
const wholes: readonly string[] = ['conversations', 'drafts', 'templates', 'template_drafts']

/** What is told behind the name: “changed title and status of a conversation”, or, where all of it is about one, “of the conversation”. */
export function whatHappened(
  { action, entity, changes }: Pick<Activity, 'action' | 'entity' | 'changes'>,
  article: 'a' | 'the' = 'a',
): string {
  const done = words[action] ?? action
  if (wholeActions.includes(action)) return done
  const fields = action === 'update' && changes ? `${listed(Object.keys(changes).map(fieldWords))} of ` : ''
  const noun = kindWords[entity.type] ?? entity.type.replaceAll('_', ' ')
  return `${done} ${fields}${article === 'the' && wholes.includes(entity.type) ? `the ${noun}` : withArticle(noun)}`
}

/** Who did what nobody who is signed in did: the program itself has no address. */
export function nobodyWords({ ip }: Pick<Activity, 'ip'>): string {
  return ip === null ? 'The server' : 'Somebody not signed in'
}

/** `lockedUntil` is “locked until”. */
export function fieldWords(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
}

function withArticle(noun: string): string {
  return noun === 'audit' ? 'the audit' : `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}

/** A value as the audit keeps it: of long text only its length, of secrets nothing. */
export function valueWords(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing'
  if (value === '[redacted]') return 'kept secret'
  if (isDigest(value)) return `a text of ${value.length} characters (SHA-256 ${value.sha256.slice(0, 8)}…)`
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function isDigest(value: unknown): value is { length: number; sha256: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'length' in value &&
    typeof value.length === 'number' &&
    'sha256' in value &&
    typeof value.sha256 === 'string'
  )
}
