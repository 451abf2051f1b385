import type { markNotificationsReadSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { Notification } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'

/** Marks as read what the caller was told: these, or all of it. Of others' ids nothing is said and nothing changed. */
export async function markRead(ctx: Ctx, { ids }: z.infer<typeof markNotificationsReadSchema>): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const unread = Notification.with(tx).where({ userId, readAt: null }).patch({ readAt: tx.now() })
    const read = await (ids === null ? unread : unread.whereIn('id', ids))
    // Their other tabs count anew.
    if (read > 0) tx.afterCommit(() => tx.services.rooms.notificationsChanged([userId]))
  })
}
