import { AppError, type Permission } from '@prologue/contracts'
import type { Actor } from '../context.ts'
import { adminRules } from './admin.ts'
import { commentRules } from './comments.ts'
import { conversationRules } from './conversations.ts'
import { draftRules } from './drafts.ts'
import { promptRules } from './prompts.ts'
import type { Verdict } from './rule.ts'
import { sessionRules } from './sessions.ts'
import { shareRules } from './shares.ts'
import { templateRules } from './templates.ts'
import { userRules } from './users.ts'

const all = {
  ...adminRules,
  ...commentRules,
  ...conversationRules,
  ...draftRules,
  ...promptRules,
  ...sessionRules,
  ...shareRules,
  ...templateRules,
  ...userRules,
} satisfies Record<Permission, unknown>

/** What each rule looks at: one row with what it needs beside it, or nothing where it is about the server as a whole. */
type RowOf = { [P in Permission]: (typeof all)[P] extends (actor: Actor, ...row: infer Row) => Verdict ? Row : never }

const rules: { [P in Permission]: (actor: Actor, ...row: RowOf[P]) => Verdict } = all

/** Whether the actor may. */
export function may<P extends Permission>(actor: Actor, permission: P, ...row: RowOf[P]): boolean {
  return rules[permission](actor, ...row) === true
}

/**
 * The one question before something is done: `authorize(ctx.actor, 'template:update', template)`.
 * @throws AppError UNAUTHENTICATED for nobody; FORBIDDEN, with the reason where it is something else than who asks
 */
export function authorize<P extends Permission>(actor: Actor, permission: P, ...row: RowOf[P]): void {
  const verdict = rules[permission](actor, ...row)
  if (verdict === true) return
  if (actor.kind === 'anonymous') throw new AppError('UNAUTHENTICATED')
  throw new AppError('FORBIDDEN', verdict === false ? undefined : verdict)
}

/** The signed-in person, a guest too. @throws AppError UNAUTHENTICATED */
export function signedIn(actor: Actor): Extract<Actor, { kind: 'user' }> {
  if (actor.kind !== 'user') throw new AppError('UNAUTHENTICATED')
  return actor
}

/** The signed-in person, who is no guest. @throws AppError UNAUTHENTICATED, FORBIDDEN */
export function withAccount(actor: Actor): Extract<Actor, { kind: 'user' }> {
  const person = signedIn(actor)
  if (person.role === 'guest') throw new AppError('FORBIDDEN', 'Guests have no account. Sign up or sign in to do this.')
  return person
}
