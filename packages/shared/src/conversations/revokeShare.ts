import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { ConversationParticipant, ConversationShare } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findConversation } from './findConversation.ts'

/** Ends a link, and with it the access of everybody who came by it. */
export async function revokeShare(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const share = await ConversationShare.with(tx).findById(id)
    if (!share) throw new AppError('NOT_FOUND')
    const { conversationId } = share
    authorize(tx.actor, 'conversation:share', await findConversation(tx, conversationId, { lock: true }))
    await ConversationShare.with(tx).findById(id).whereNull('revokedAt').patch({ revokedAt: tx.now() })
    await ConversationParticipant.with(tx).where({ shareId: id }).delete()
    tx.afterCommit(() => {
      ctx.services.access.conversationChanged(conversationId)
      ctx.services.rooms.conversationChanged(conversationId)
    })
  })
}
