import { AppError, shareTokenSchema, weakerRole } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Conversation, ConversationParticipant, ConversationShare } from '../models/index.ts'
import { hashToken } from '../tokens.ts'

/** One answer for revoked, expired, unknown and mistyped links: a guess learns nothing. */
const gone = 'This link is not valid: it may have ended, been withdrawn, or lost some letters on the way. Ask for a new one.'

/**
 * What a link opens now. Its role is never more than its maker's own.
 * @throws AppError NOT_FOUND
 */
export async function findLiveShare(ctx: Ctx, token: string) {
  if (!shareTokenSchema.safeParse(token).success) throw new AppError('NOT_FOUND', gone)
  const share = await ConversationShare.with(ctx).findOne({ tokenHash: hashToken(token) })
  if (!share || share.revokedAt || (share.expiresAt && share.expiresAt <= ctx.now())) throw new AppError('NOT_FOUND', gone)
  const conversation = await Conversation.with(ctx).findById(share.conversationId)
  const maker = await ConversationParticipant.with(ctx).findOne({
    conversationId: share.conversationId,
    userId: share.createdBy,
  })
  if (!conversation || !maker) throw new AppError('NOT_FOUND', gone)
  const role = weakerRole(share.role, maker.role) === share.role ? share.role : 'viewer'
  return { share, conversation, role } as const
}
