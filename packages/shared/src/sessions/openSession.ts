import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '../context.ts'
import { sessionsOn } from './sessions.ts'

type Opened = { confirmedAt?: Date; endsAt?: Date | null }

/**
 * A new session of an account. Its id is the token for the cookie, which nobody else gets to know; `confirmedAt` is when its
 * person proved who they are: now, unless it takes the place of an older session. `endsAt` is when it ends however it is used.
 */
export async function openSession(
  tx: Pick<Ctx, 'db' | 'now' | 'ip' | 'userAgent'>,
  userId: string,
  { confirmedAt, endsAt = null }: Opened = {},
) {
  const { db, ip, userAgent } = tx
  const now = tx.now()
  const attributes = { rowId: uuidv7(), ip, userAgent, createdAt: now, lastSeenAt: now, confirmedAt: confirmedAt ?? now, endsAt }
  return sessionsOn(db).createSession(userId, attributes)
}
