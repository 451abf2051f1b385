import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { ConversationParticipant } from '../models/index.ts'

/** The place of one person in a conversation that the actor may manage. @throws AppError NOT_FOUND */
export async function findPlace(ctx: Ctx, key: { conversationId: string; userId: string }): Promise<ConversationParticipant> {
  const { conversationId, userId } = key
  const place = await ConversationParticipant.with(ctx).findOne({ conversationId, userId })
  if (!place) throw new AppError('NOT_FOUND', 'This person takes no part in the conversation any more.')
  return place
}
