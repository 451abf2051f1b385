import { withTransaction, type Ctx } from '../context.ts'
import { Conversation } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findConversation } from './findConversation.ts'

/** Takes a conversation from all its people, with everything in it. Its owner can bring it back until it is purged. */
export async function deleteConversation(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'conversation:delete', await findConversation(tx, id, { lock: true }))
    await Conversation.with(tx).findById(id).patch({ deletedAt: tx.now() })
    tx.afterCommit(() => {
      const { access, generations, rooms } = ctx.services
      access.conversationChanged(id)
      rooms.conversationChanged(id)
      for (const { promptId } of generations.liveIn(id)) void generations.stop(promptId, 'The conversation was deleted.')
    })
  })
}
