import { AppError, type acceptInvitationSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { ConversationShare, User } from '../models/index.ts'
import { withAccount } from '../policies/index.ts'
import { judgeShare, type LiveShare } from './findLiveShare.ts'
import { lockLiveShare } from './lockLiveShare.ts'
import { takePlace } from './takePlace.ts'

/**
 * Accepts an invitation without its mail: whoever has the address it was sent to, and confirmed it, could open the mail as well.
 * @throws AppError NOT_FOUND
 */
export async function acceptInvitation(
  ctx: Ctx,
  { shareId }: z.infer<typeof acceptInvitationSchema>,
): Promise<{ conversationId: string }> {
  const { userId } = withAccount(ctx.actor)
  return withTransaction(ctx, async (tx) => {
    const found = await lockLiveShare(tx, () => findInvitation(tx, { shareId, userId }))
    await takePlace(tx, found)
    return { conversationId: found.conversation.id }
  })
}

async function findInvitation(tx: Ctx, { shareId, userId }: { shareId: string; userId: string }): Promise<LiveShare> {
  const share = await ConversationShare.with(tx).findById(shareId)
  const user = await User.with(tx).findById(userId)
  const isTheirs = share?.emailCanonical && share.emailCanonical === user?.emailCanonical && user.emailVerifiedAt !== null
  if (!isTheirs) throw new AppError('NOT_FOUND', 'This invitation is not valid any more. Ask for a new one.')
  return judgeShare(tx, share)
}
