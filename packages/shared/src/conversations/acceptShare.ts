import { withTransaction, type Ctx } from '../context.ts'
import { Conversation } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { findLiveShare } from './findLiveShare.ts'
import { takePlace } from './takePlace.ts'

/** Lets the actor in by a link; a guest, too, who stays the same guest. @throws AppError NOT_FOUND */
export async function acceptShare(ctx: Ctx, { token }: { token: string }): Promise<{ conversationId: string }> {
  signedIn(ctx.actor)
  return withTransaction(ctx, async (tx) => {
    // The link is judged again under the lock: it may be withdrawn, or followed in another tab, at the same moment.
    const { conversation } = await findLiveShare(tx, token)
    await Conversation.with(tx).findById(conversation.id).forUpdate()
    await takePlace(tx, await findLiveShare(tx, token))
    return { conversationId: conversation.id }
  })
}
