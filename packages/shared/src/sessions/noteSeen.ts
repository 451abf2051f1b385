import type { Knex } from 'knex'
import { endOf } from './sessions.ts'

/** How exactly it is kept when a session was last used, in milliseconds: not every request is to write. */
const exactness = 60_000

/** Keeps that a session is in use, and with it until when it lasts. Of many requests at once one writes. */
export async function noteSeen(
  db: Knex,
  session: { rowId: string; lastSeenAt: Date; createdAt: Date; endsAt: Date | null },
  now: Date,
): Promise<void> {
  const due = new Date(now.getTime() - exactness)
  if (session.lastSeenAt > due) return
  await db('sessions')
    .where({ id: session.rowId })
    .where('lastSeenAt', '<=', due)
    .update({ lastSeenAt: now, expiresAt: endOf(session, now), updatedAt: now })
}
