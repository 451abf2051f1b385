import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { findConversation, type ConversationPlace } from '../conversations/index.ts'
import { Draft } from '../models/index.ts'

/**
 * The draft of a conversation, with the conversation and the actor's role there.
 * @throws AppError NOT_FOUND
 */
export async function findDraft(ctx: Ctx, conversationId: string): Promise<ConversationPlace & { draftId: string }> {
  const place = await findConversation(ctx, conversationId)
  const draft = await Draft.with(ctx).findOne({ conversationId }).select('id')
  if (!draft) throw new AppError('NOT_FOUND')
  return { ...place, draftId: draft.id }
}
