import type { Actor, Ctx } from '../context.ts'
import { endSessions } from './endSessions.ts'
import { openSession } from './openSession.ts'

/**
 * Ends every session of the caller, after a change of what protects the account, and opens one for the browser that made it.
 * Answers its token for the cookie. When the caller proved who they are stays as it was.
 */
export async function replaceSessions(tx: Ctx, actor: Extract<Actor, { kind: 'user' }>): Promise<string> {
  await endSessions(tx, actor.userId)
  const { id } = await openSession(tx, actor.userId, { confirmedAt: actor.confirmedAt })
  return id
}
