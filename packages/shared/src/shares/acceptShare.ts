import { withTransaction, type Ctx } from '../context.ts'
import { signedIn } from '../policies/index.ts'
import { findLiveShare } from './findLiveShare.ts'
import { lockLiveShare } from './lockLiveShare.ts'
import { takePlace } from './takePlace.ts'

/** Lets the actor in by a link; a guest, too, who stays the same guest. @throws AppError NOT_FOUND */
export async function acceptShare(ctx: Ctx, { token }: { token: string }): Promise<{ conversationId: string }> {
  signedIn(ctx.actor)
  return withTransaction(ctx, async (tx) => {
    const found = await lockLiveShare(tx, () => findLiveShare(tx, token))
    await takePlace(tx, found)
    return { conversationId: found.conversation.id }
  })
}
