import { withTransaction, type Ctx } from '../context.ts'
import { Conversation } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findConversation } from './findConversation.ts'

export async function renameConversation(ctx: Ctx, { id, title }: { id: string; title: string }): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const place = await findConversation(tx, id, { lock: true })
    authorize(tx.actor, 'conversation:rename', place)
    await Conversation.with(tx).findById(id).patch({ title })
    tx.afterCommit(() => ctx.services.rooms.conversationChanged(id))
  })
}
