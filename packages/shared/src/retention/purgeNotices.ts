import { withTransaction, type Ctx } from '../context.ts'
import { Notification } from '../models/index.ts'
import { daysBefore } from './daysBefore.ts'
import { batchSize, untilDone } from './untilDone.ts'

/** Removes the notices from more than `olderThanDays` ago, read or not, and answers how many. */
export async function purgeNotices(ctx: Ctx, { olderThanDays }: { olderThanDays: number }): Promise<number> {
  const cut = daysBefore(ctx.now(), olderThanDays)
  return untilDone(
    () => ctx.db('notifications').where('createdAt', '<', cut).orderBy(['createdAt', 'id']).limit(batchSize).select('id'),
    (ids) => withTransaction(ctx, async (tx) => Notification.purging(tx).findByIds(ids).delete()),
  )
}
