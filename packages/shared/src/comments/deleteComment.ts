import { withTransaction, type Ctx } from '../context.ts'
import { Comment } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findComment } from './findComment.ts'

/** Takes a comment away; with the beginning of a thread its answers are gone, too, until it is brought back. */
export async function deleteComment(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const place = await findComment(tx, id, { lock: true })
    authorize(tx.actor, 'comment:delete', place)
    await Comment.with(tx).findById(id).patch({ deletedAt: tx.now(), deletedBy: userId })
    tx.afterCommit(() => ctx.services.rooms.commentsChanged(place.conversation.id))
  })
}
