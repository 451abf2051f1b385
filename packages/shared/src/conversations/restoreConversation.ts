import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Conversation } from '../models/index.ts'
import { may, signedIn } from '../policies/index.ts'

/**
 * Brings a deleted conversation back as it was, with everybody and everything in it.
 * @throws AppError NOT_FOUND for everybody but its owner: nobody else knows that it is still there.
 */
export async function restoreConversation(ctx: Ctx, { id }: { id: string }): Promise<void> {
  signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const deleted = { withDeleted: true }
    const conversation = await Conversation.with(tx).context(deleted).findById(id).forUpdate()
    if (!conversation || !may(tx.actor, 'conversation:restore', conversation)) throw new AppError('NOT_FOUND')
    if (conversation.deletedAt === null) return
    await Conversation.with(tx).context(deleted).findById(id).patch({ deletedAt: null })
    tx.afterCommit(() => {
      ctx.services.access.conversationChanged(id)
      ctx.services.rooms.conversationChanged(id)
    })
  })
}
