import { AppError, shareTokenSchema, weakerRole, type ShareRole } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Conversation, ConversationParticipant, ConversationShare, User } from '../models/index.ts'
import { hashToken } from '../tokens.ts'

/** One answer for revoked, expired, used up, unknown and mistyped links: a guess learns nothing. */
const gone =
  'This link is not valid: it may have ended, been withdrawn or used up, or lost some letters on the way. Ask for a new one.'

/** What a link opens now, and the place the actor has there already, if any. */
export type LiveShare = {
  share: ConversationShare
  conversation: Conversation
  role: ShareRole
  mine: ConversationParticipant | undefined
}

/**
 * What the holder of a token may do with it now.
 * @throws AppError NOT_FOUND
 */
export async function findLiveShare(ctx: Ctx, token: string): Promise<LiveShare> {
  if (!shareTokenSchema.safeParse(token).success) throw new AppError('NOT_FOUND', gone)
  return judgeShare(ctx, await ConversationShare.with(ctx).findOne({ tokenHash: hashToken(token) }))
}

/**
 * What a link opens now: nothing while its maker is locked out. Its role is never more than its maker's own; who is in already may
 * follow one that is used up.
 * @throws AppError NOT_FOUND
 */
export async function judgeShare(ctx: Ctx, share: ConversationShare | undefined): Promise<LiveShare> {
  if (!share || share.revokedAt || (share.expiresAt && share.expiresAt <= ctx.now())) throw new AppError('NOT_FOUND', gone)
  const { conversationId } = share
  const placeOf = (userId: string) => ConversationParticipant.with(ctx).findOne({ conversationId, userId })
  const conversation = await Conversation.with(ctx).findById(conversationId)
  const maker = await placeOf(share.createdBy)
  const isLocked = await User.with(ctx).findById(share.createdBy).whereNotNull('lockedAt').select('id')
  if (!conversation || !maker || isLocked) throw new AppError('NOT_FOUND', gone)
  const mine = ctx.actor.kind === 'user' ? await placeOf(ctx.actor.userId) : undefined
  const usedUp = share.maxUses !== null && share.uses >= share.maxUses
  if (usedUp && !mine) throw new AppError('NOT_FOUND', gone)
  const role = weakerRole(share.role, maker.role)
  return { share, conversation, role: role === 'owner' ? 'viewer' : role, mine }
}
