import { withTransaction, type Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'
import { daysBefore } from './daysBefore.ts'
import { deletePrompts } from './deletePrompts.ts'
import { batchSize, untilDone } from './untilDone.ts'

/**
 * Removes for good the exchanges that began more than `olderThanDays` ago, in conversations that go on as well, and answers
 * how many. What they used stays counted by day and model; the sums of their conversations follow.
 */
export async function purgePrompts(ctx: Ctx, { olderThanDays }: { olderThanDays: number }): Promise<number> {
  const cut = daysBefore(ctx.now(), olderThanDays)
  const old = () =>
    ctx
      .db('prompts')
      .where('createdAt', '<', cut)
      .whereNot({ status: 'pending' })
      .orderBy(['createdAt', 'id'])
      .limit(batchSize)
      .select('id')
  return untilDone(old, (ids) => purge(ctx, ids))
}

async function purge(ctx: Ctx, ids: string[]): Promise<number> {
  return withTransaction(ctx, async (tx) => {
    const rows = await Prompt.purging(tx).findByIds(ids).select('conversationId')
    const done = await deletePrompts(tx, ids)
    tx.afterCommit(() => {
      for (const id of new Set(rows.map(({ conversationId }) => conversationId))) ctx.services.rooms.conversationChanged(id)
    })
    return done
  })
}
