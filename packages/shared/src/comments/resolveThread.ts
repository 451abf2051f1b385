import { withTransaction, type Ctx } from '../context.ts'
import { Comment } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findThread } from './findComment.ts'

/** Settles a thread; done again it changes nothing. */
export async function resolveThread(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const place = await findThread(tx, id, { lock: true })
    authorize(tx.actor, 'comment:resolve', place)
    if (place.comment.resolvedAt) return
    await Comment.with(tx).findById(id).patch({ resolvedAt: tx.now(), resolvedBy: userId })
    tx.afterCommit(() => ctx.services.rooms.commentsChanged(place.conversation.id))
  })
}
