import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { recordEvent, type User } from '../models/index.ts'
import { openSession } from '../sessions/index.ts'
import type { Factor } from '../twoFactor/index.ts'

/**
 * Opens a session and writes the sign-in to the audit, with the factor it took. Answers the token for the cookie.
 * @throws AppError FORBIDDEN for who proved who they are and is kept out by an administrator
 */
export async function startSession(tx: Ctx, user: User, factor?: Factor): Promise<string> {
  if (user.lockedAt) {
    throw new AppError(
      'FORBIDDEN',
      `An administrator locked this account. Ask them to unlock it. They wrote: ${user.lockReason ?? ''}`,
    )
  }
  const session = await openSession(tx, user.id)
  await recordEvent(tx, {
    action: 'sign-in',
    entityType: 'users',
    entityId: user.id,
    actorId: user.id,
    metadata: { sessionId: session.rowId, ...(factor && { factor }) },
  })
  return session.id
}
