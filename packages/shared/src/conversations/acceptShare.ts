import { weakerRole } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Conversation, ConversationParticipant } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { findLiveShare } from './findLiveShare.ts'

/** Lets the actor in by a link. Who takes part already keeps the stronger of both roles. */
export async function acceptShare(ctx: Ctx, { token }: { token: string }): Promise<{ conversationId: string }> {
  const { userId } = signedIn(ctx.actor)
  return withTransaction(ctx, async (tx) => {
    const { share, conversation, role } = await findLiveShare(tx, token)
    const conversationId = conversation.id
    // Two tabs may follow the link at once: the second waits and finds the first one's row.
    await Conversation.with(tx).findById(conversationId).forUpdate()
    const mine = await ConversationParticipant.with(tx).findOne({ conversationId, userId })
    if (!mine) {
      await ConversationParticipant.with(tx).insert({ conversationId, userId, role, shareId: share.id })
    } else if (mine.role !== role && weakerRole(mine.role, role) === mine.role) {
      await ConversationParticipant.with(tx).findById(mine.id).patch({ role, shareId: share.id })
    }
    tx.afterCommit(() => {
      ctx.services.rooms.conversationChanged(conversationId)
      ctx.services.access.conversationChanged(conversationId)
    })
    return { conversationId }
  })
}
