import { withTransaction, type Ctx } from '../context.ts'
import { Conversation, Draft, type ConversationContext } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { addParticipant } from './addParticipant.ts'

/** The title until the first brief names it. */
export const untitled = 'Untitled'

/** A new conversation with an empty draft, owned by the actor. */
export async function createConversation(
  ctx: Ctx,
  { title = untitled, context = {} }: { title?: string | undefined; context?: ConversationContext },
): Promise<{ id: string }> {
  const { userId } = signedIn(ctx.actor)
  authorize(ctx.actor, 'conversation:create')
  return withTransaction(ctx, async (tx) => {
    const opened = { title, status: 'active', context, lastActivityAt: tx.now() } as const
    const { id } = await Conversation.with(tx).insert({ ownerId: userId, ...opened })
    await addParticipant(tx, { conversationId: id, userId, role: 'owner' })
    // The server alone makes drafts; a browser only adds to them.
    await Draft.with(tx).insert({ conversationId: id, epoch: 1, snapshot: null, snapshotSequence: 0, content: '' })
    tx.afterCommit(() => ctx.services.rooms.listChanged([userId], id))
    return { id }
  })
}
