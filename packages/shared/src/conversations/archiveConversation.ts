import { withTransaction, type Ctx } from '../context.ts'
import { Conversation } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findConversation } from './findConversation.ts'

/** Puts a conversation away for all its people: it stays readable, and nobody writes in it. */
export async function archiveConversation(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await setStatus(ctx, id, 'archived')
}

export async function unarchiveConversation(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await setStatus(ctx, id, 'active')
}

async function setStatus(ctx: Ctx, id: string, status: 'active' | 'archived'): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const place = await findConversation(tx, id, { lock: true })
    authorize(tx.actor, 'conversation:set-status', place)
    await Conversation.with(tx).findById(id).patch({ status })
    tx.afterCommit(() => {
      ctx.services.rooms.conversationChanged(id)
      ctx.services.access.conversationChanged(id)
    })
  })
}
