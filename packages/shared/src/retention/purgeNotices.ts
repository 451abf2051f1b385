import { withTransaction, type Ctx } from '../context.ts'
import { Notification } from '../models/index.ts'
import { daysBefore } from './daysBefore.ts'
import { batchSize, untilDone } from './untilDone.ts'

/** How long a notice can be found in the page, in days, read or not. */
const noticeDays = 90

/** Removes notices that are old news, and answers how many. */
export async function purgeNotices(ctx: Ctx): Promise<number> {
  const cut = daysBefore(ctx.now(), noticeDays)
  return untilDone(
    () => ctx.db('notifications').where('createdAt', '<', cut).orderBy(['createdAt', 'id']).limit(batchSize).select('id'),
    (ids) => withTransaction(ctx, async (tx) => Notification.purging(tx).findByIds(ids).delete()),
  )
}
