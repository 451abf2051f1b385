import { withTransaction, type Ctx } from '../context.ts'
import { ConversationParticipant } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { findConversation } from './findConversation.ts'

type Input = { id: string; readThrough?: Date | undefined }

/**
 * Moves the actor's read mark on to `readThrough`, or to now; their lists hear of it where messages of others are read by that.
 * It never moves back, and never beyond now.
 */
export async function markConversationRead(ctx: Ctx, { id, readThrough }: Input): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    await findConversation(tx, id)
    const now = tx.now()
    const lastReadAt = readThrough && readThrough < now ? readThrough : now
    const mine = await ConversationParticipant.with(tx).findOne({ conversationId: id, userId }).forUpdate().throwIfNotFound()
    if (mine.lastReadAt && mine.lastReadAt >= lastReadAt) return
    await ConversationParticipant.with(tx).findById(mine.id).patch({ lastReadAt })
    const read = await tx
      .db('prompts')
      .where({ conversationId: id, deletedAt: null, chosen: true })
      .where('createdAt', '>', mine.lastReadAt ?? new Date(0))
      .where('createdAt', '<=', lastReadAt)
      .whereNot('authorId', userId)
      .first('id')
    if (read) tx.afterCommit(() => ctx.services.rooms.listChanged([userId], id))
  })
}
