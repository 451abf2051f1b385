import type { Ctx } from '../context.ts'
import { endSessions, replaceSessions } from '../sessions/index.ts'

/**
 * Ends every session of an account after a change of what protects it. Answers the token of a new one where the caller is
 * signed in to that account, else null.
 */
export async function renewSessions(tx: Ctx, userId: string): Promise<string | null> {
  const { actor } = tx
  if (actor.kind === 'user' && actor.userId === userId) return replaceSessions(tx, actor)
  await endSessions(tx, userId)
  return null
}
