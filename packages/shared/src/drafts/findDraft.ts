import type { Ctx } from '../context.ts'
import { draftOf, findConversation, type ConversationPlace } from '../conversations/index.ts'

/**
 * The draft of a conversation, with the conversation and the actor's role there.
 * @throws AppError NOT_FOUND
 */
export async function findDraft(ctx: Ctx, conversationId: string): Promise<ConversationPlace & { draftId: string }> {
  const place = await findConversation(ctx, conversationId)
  const draft = await draftOf(ctx, conversationId)
  return { ...place, draftId: draft.id }
}
