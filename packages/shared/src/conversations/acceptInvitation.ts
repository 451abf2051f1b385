import { AppError, type acceptInvitationSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { Conversation, ConversationShare, User } from '../models/index.ts'
import { withAccount } from '../policies/index.ts'
import { judgeShare } from './findLiveShare.ts'
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
    const known = await ConversationShare.with(tx).findById(shareId).select('conversationId')
    if (known) await Conversation.with(tx).findById(known.conversationId).forUpdate()
    const user = await User.with(tx).findById(userId)
    const share = await ConversationShare.with(tx).findById(shareId)
    const isTheirs = share?.emailCanonical && share.emailCanonical === user?.emailCanonical && user.emailVerifiedAt !== null
    if (!isTheirs) throw new AppError('NOT_FOUND', 'This invitation is not valid any more. Ask for a new one.')
    const found = await judgeShare(tx, share)
    await takePlace(tx, found)
    return { conversationId: found.conversation.id }
  })
}
