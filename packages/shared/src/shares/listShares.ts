import type { Share } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import { ConversationShare, User } from '../models/index.ts'
import { authorize, may } from '../policies/index.ts'
import { presentShare } from './presentShare.ts'

/**
 * The links that hold now, the newest first, also while their maker is locked out and they open nothing. One for many people is listed when it is used up, too: to withdraw it takes the access
 * of all who came by it.
 */
export async function listShares(ctx: Ctx, { conversationId }: { conversationId: string }): Promise<Share[]> {
  const place = await findConversation(ctx, conversationId)
  authorize(ctx.actor, 'conversation:share', place)
  const shares = await ConversationShare.with(ctx)
    .where({ conversationId })
    .whereNull('revokedAt')
    .where((live) => live.whereNull('expiresAt').orWhere('expiresAt', '>', ctx.now()))
    .where((kept) => kept.whereNull('maxUses').orWhere('maxUses', '>', 1).orWhere('uses', 0))
    .orderBy('createdAt', 'desc')
  const makers = await User.with(ctx)
    .findByIds(shares.map(({ createdBy }) => createdBy))
    .select('id', 'name')
  const names = new Map(makers.map(({ id, name }) => [id, name]))
  const seesAddress = may(ctx.actor, 'conversation:manage-people', place)
  return shares.flatMap((share) => {
    const createdBy = names.get(share.createdBy)
    // A link whose maker is gone lets nobody in.
    return createdBy === undefined ? [] : [presentShare(share, { createdBy, seesAddress })]
  })
}
