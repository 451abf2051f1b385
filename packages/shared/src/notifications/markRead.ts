import { AppError, type markNotificationsReadSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { Notification } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'

/**
 * Marks as read what the caller was told: these, or all of it.
 * @throws AppError NOT_FOUND where none of these is theirs
 */
export async function markRead(ctx: Ctx, { ids }: z.infer<typeof markNotificationsReadSchema>): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const own = Notification.with(tx).where({ userId })
    if (ids !== null) void own.whereIn('id', ids)
    if (ids !== null && (await own.clone().resultSize()) === 0) throw new AppError('NOT_FOUND')
    const read = await own.where({ readAt: null }).patch({ readAt: tx.now() })
    // Their other tabs count anew.
    if (read > 0) tx.afterCommit(() => tx.services.rooms.notificationsChanged([userId]))
  })
}
