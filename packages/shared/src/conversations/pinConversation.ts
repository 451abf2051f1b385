import { AppError, limits } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { ConversationParticipant } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { findConversation } from './findConversation.ts'

/**
 * Puts a conversation above the others in the actor's own list, or back among them.
 * @throws AppError CONFLICT where as many are pinned as can be
 */
export async function pinConversation(ctx: Ctx, { id, pinned }: { id: string; pinned: boolean }): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    await findConversation(tx, id)
    const mine = await ConversationParticipant.with(tx).findOne({ conversationId: id, userId }).forUpdate().throwIfNotFound()
    if ((mine.pinnedAt !== null) === pinned) return
    if (pinned) await expectRoom(tx, userId)
    await ConversationParticipant.with(tx)
      .findById(mine.id)
      .patch({ pinnedAt: pinned ? tx.now() : null })
    tx.afterCommit(() => ctx.services.rooms.listChanged([userId], id))
  })
}

async function expectRoom(tx: Ctx, userId: string): Promise<void> {
  const there = await ConversationParticipant.with(tx).where({ userId }).whereNotNull('pinnedAt').resultSize()
  if (there < limits.pinned) return
  throw new AppError(
    'CONFLICT',
    `You have pinned ${limits.pinned} conversations, and there is room for no more. Unpin one first.`,
  )
}
