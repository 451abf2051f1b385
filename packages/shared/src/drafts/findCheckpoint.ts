import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { findConversation, type ConversationPlace } from '../conversations/index.ts'
import { Draft, DraftCheckpoint } from '../models/index.ts'

/**
 * A checkpoint, with the conversation it belongs to and the actor's role there.
 * @throws AppError NOT_FOUND
 */
export async function findCheckpoint(ctx: Ctx, id: string): Promise<ConversationPlace & { checkpoint: DraftCheckpoint }> {
  const checkpoint = await DraftCheckpoint.with(ctx).findById(id)
  const draft = checkpoint && (await Draft.with(ctx).findById(checkpoint.draftId).select('conversationId'))
  if (!checkpoint || !draft) throw new AppError('NOT_FOUND')
  return { checkpoint, ...(await findConversation(ctx, draft.conversationId)) }
}
