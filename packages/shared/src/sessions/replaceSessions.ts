import { AppError } from '@prologue/contracts'
import type { Actor, Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { endSessions } from './endSessions.ts'
import { openSession } from './openSession.ts'

/**
 * Ends every session of the caller, after a change of what protects the account, and opens one for the browser that made it.
 * Answers its token for the cookie. When the caller proved who they are stays as it was.
 * @throws AppError FORBIDDEN where an administrator has locked the account since the caller was let in
 */
export async function replaceSessions(tx: Ctx, actor: Extract<Actor, { kind: 'user' }>): Promise<string> {
  const user = await User.with(tx).findById(actor.userId).forUpdate().throwIfNotFound()
  if (user.lockedAt !== null) throw new AppError('FORBIDDEN', 'An administrator locked this account.')
  await endSessions(tx, actor.userId)
  const { id } = await openSession(tx, actor.userId, { confirmedAt: actor.confirmedAt })
  return id
}
