import { withTransaction, type Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'
import { lifeless } from './showLife.ts'

/** What a killed process left pending has failed; what another one is writing shows signs of life, and is left to it. */
export async function failInterrupted(ctx: Ctx): Promise<void> {
  const statusReason = 'The server stopped while this was being written. Send it again.'
  await withTransaction(ctx, async (tx) => {
    const left = () =>
      Prompt.with(tx)
        .where({ status: 'pending' })
        .where('updatedAt', '<', new Date(ctx.now().getTime() - lifeless))
    // Also in conversations that were deleted and may come back.
    const rows = await left().context({ writing: true }).select('id', 'conversationId').forUpdate()
    if (rows.length === 0) return
    await left().patch({ status: 'failed', statusReason })
    tx.afterCommit(() => {
      for (const { id, conversationId } of rows) tx.services.rooms.promptChanged(conversationId, id)
    })
  })
}
