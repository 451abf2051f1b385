import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '../context.ts'
import { sessionsOn } from './sessions.ts'

/**
 * A new session of an account. Its id is the token for the cookie, which nobody else gets to know; `confirmedAt` is when its
 * person proved who they are: now, unless it takes the place of an older session.
 */
export async function openSession(tx: Pick<Ctx, 'db' | 'now' | 'ip' | 'userAgent'>, userId: string, confirmedAt?: Date) {
  const { db, ip, userAgent } = tx
  const now = tx.now()
  const attributes = { rowId: uuidv7(), ip, userAgent, createdAt: now, lastSeenAt: now, confirmedAt: confirmedAt ?? now }
  return sessionsOn(db).createSession(userId, attributes)
}
