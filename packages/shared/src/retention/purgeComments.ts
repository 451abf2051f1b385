import { withTransaction, type Ctx } from '../context.ts'
import { Comment } from '../models/index.ts'

/** Removes comments for good that were deleted before `cut`, the beginning of a thread with its answers. Answers how many of these went. */
export async function purgeComments(ctx: Ctx, ids: string[], cut: Date): Promise<number> {
  return withTransaction(ctx, async (tx) => {
    const gone = await Comment.purging(tx).whereIn('id', ids).where('deletedAt', '<', cut).forUpdate().select('id')
    const goneIds = gone.map(({ id }) => id)
    // By themselves: what a database removes along with another row no audit tells of.
    await Comment.purging(tx).whereIn('parentId', goneIds).delete()
    await Comment.purging(tx).whereIn('id', goneIds).delete()
    return goneIds.length
  })
}
