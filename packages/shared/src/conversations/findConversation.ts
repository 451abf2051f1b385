import { AppError, idSchema, type ParticipantRole } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Conversation, ConversationParticipant } from '../models/index.ts'
import { may } from '../policies/index.ts'

/** A conversation, and the role and the colour the actor has in it. */
export type ConversationPlace = { conversation: Conversation; ownerDeleted: boolean; role: ParticipantRole; colour: number }

/**
 * The one way from an id to a conversation: only those who take part find it.
 * With `lock` the row is locked until the transaction ends.
 * @throws AppError NOT_FOUND
 */
export async function findConversation(ctx: Ctx, id: string, { lock = false } = {}): Promise<ConversationPlace> {
  if (ctx.actor.kind !== 'user' || !idSchema.safeParse(id).success) throw new AppError('NOT_FOUND')
  const query = Conversation.with(ctx).findById(id)
  const conversation = await (lock ? query.forUpdate() : query)
  const participant = await ConversationParticipant.with(ctx).findOne({ conversationId: id, userId: ctx.actor.userId })
  if (!conversation || !participant) throw new AppError('NOT_FOUND')
  // The model finds none whose owner's account is deleted.
  const place = { conversation, ownerDeleted: false, role: participant.role, colour: participant.colour }
  if (!may(ctx.actor, 'conversation:read', place)) throw new AppError('NOT_FOUND')
  return place
}
