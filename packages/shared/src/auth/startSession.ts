import type { Ctx } from '../context.ts'
import { recordEvent, type User } from '../models/index.ts'
import { openSession } from '../sessions/index.ts'

/** Opens a session and writes the sign-in to the audit. Answers the token for the cookie. */
export async function startSession(tx: Ctx, user: User): Promise<string> {
  const session = await openSession(tx, user.id)
  await recordEvent(tx, {
    action: 'sign-in',
    entityType: 'users',
    entityId: user.id,
    actorId: user.id,
    metadata: { sessionId: session.rowId },
  })
  return session.id
}
