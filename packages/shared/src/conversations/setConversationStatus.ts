import type { ConversationStatus } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Conversation } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findConversation } from './findConversation.ts'

type Input = { id: string; status: ConversationStatus }

/** Says for all people of a conversation where it stands. While it is not active it stays readable, and nobody writes in it. */
export async function setConversationStatus(ctx: Ctx, { id, status }: Input): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const place = await findConversation(tx, id, { lock: true })
    authorize(tx.actor, 'conversation:set-status', place)
    if (place.conversation.status === status) return
    await Conversation.with(tx).findById(id).patch({ status })
    tx.afterCommit(() => {
      ctx.services.rooms.conversationChanged(id)
      ctx.services.access.conversationChanged(id)
    })
  })
}
