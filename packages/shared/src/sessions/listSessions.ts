import type { Session } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { signedIn } from '../policies/index.ts'
import { sessionsOn } from './sessions.ts'

/** Where the caller is signed in, the last used first. @throws AppError UNAUTHENTICATED */
export async function listSessions(ctx: Ctx): Promise<Session[]> {
  const { userId, sessionId } = signedIn(ctx.actor)
  const sessions = await sessionsOn(ctx.db).getUserSessions(userId)
  return sessions
    .toSorted((one, other) => other.lastSeenAt.getTime() - one.lastSeenAt.getTime())
    .map(({ rowId, ip, userAgent, createdAt, lastSeenAt }) => {
      return { id: rowId, ip, userAgent, createdAt, lastSeenAt, current: rowId === sessionId }
    })
}
