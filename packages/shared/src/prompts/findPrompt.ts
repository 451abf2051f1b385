import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { findConversation, type ConversationPlace } from '../conversations/index.ts'
import { Prompt } from '../models/index.ts'

/**
 * An exchange, with the conversation it belongs to and the actor's role there.
 * @throws AppError NOT_FOUND
 */
export async function findPrompt(ctx: Ctx, id: string): Promise<ConversationPlace & { prompt: Prompt }> {
  const prompt = await Prompt.with(ctx).findById(id)
  if (!prompt) throw new AppError('NOT_FOUND')
  return { prompt, ...(await findConversation(ctx, prompt.conversationId)) }
}
