import { withTransaction, type Ctx } from '../context.ts'
import { Comment } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findThread } from './findComment.ts'

/** Opens a settled thread again; done again it changes nothing. */
export async function reopenThread(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const place = await findThread(tx, id, { lock: true })
    authorize(tx.actor, 'comment:resolve', place)
    if (!place.comment.resolvedAt) return
    await Comment.with(tx).findById(id).patch({ resolvedAt: null, resolvedBy: null })
    tx.afterCommit(() => ctx.services.rooms.commentsChanged(place.conversation.id))
  })
}
