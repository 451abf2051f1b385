import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { findConversation, type ConversationPlace } from '../conversations/index.ts'
import { Prompt } from '../models/index.ts'
import { may } from '../policies/index.ts'

/**
 * An exchange, with the conversation it belongs to and the actor's role there. With `lock` the exchange is locked until
 * the transaction ends. Whoever changes one locks it before its conversation, as its triggers do.
 * @throws AppError NOT_FOUND
 */
export async function findPrompt(ctx: Ctx, id: string, { lock = false } = {}): Promise<ConversationPlace & { prompt: Prompt }> {
  const query = Prompt.with(ctx).findById(id)
  const prompt = await (lock ? query.forUpdate() : query)
  if (!prompt) throw new AppError('NOT_FOUND')
  const place = { prompt, ...(await findConversation(ctx, prompt.conversationId)) }
  if (!may(ctx.actor, 'prompt:read', place)) throw new AppError('NOT_FOUND')
  return place
}
