import { weakerRole } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Conversation, ConversationParticipant } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { addParticipant } from './addParticipant.ts'
import { findLiveShare } from './findLiveShare.ts'

/**
 * Lets the actor in by a link. Who came by a weaker one gets the stronger role; who was let in otherwise keeps theirs,
 * so that withdrawing a link takes nothing from them.
 */
export async function acceptShare(ctx: Ctx, { token }: { token: string }): Promise<{ conversationId: string }> {
  const { userId } = signedIn(ctx.actor)
  return withTransaction(ctx, async (tx) => {
    // The link is judged again under the lock: it may be withdrawn, or followed in another tab, at the same moment.
    const { conversation: found } = await findLiveShare(tx, token)
    await Conversation.with(tx).findById(found.id).forUpdate()
    const { share, conversation, role } = await findLiveShare(tx, token)
    const conversationId = conversation.id
    const mine = await ConversationParticipant.with(tx).findOne({ conversationId, userId })
    if (!mine) {
      await addParticipant(tx, { conversationId, userId, role, shareId: share.id })
    } else if (mine.shareId !== null && mine.role !== role && weakerRole(mine.role, role) === mine.role) {
      await ConversationParticipant.with(tx).findById(mine.id).patch({ role, shareId: share.id })
    }
    tx.afterCommit(() => {
      ctx.services.rooms.conversationChanged(conversationId)
      ctx.services.access.conversationChanged(conversationId)
    })
    return { conversationId }
  })
}
