import type { Ctx } from '../context.ts'
import { Conversation } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'

/**
 * Whose budget an answer of a model counts against: of who asks. Guests have none, or a link would be as much money as people follow it:
 * theirs is the owner's of the conversation.
 */
export async function payerOf(ctx: Ctx, conversationId: string): Promise<string> {
  const { userId, role } = signedIn(ctx.actor)
  if (role !== 'guest') return userId
  const { ownerId } = await Conversation.with(ctx).findById(conversationId).select('ownerId').throwIfNotFound()
  return ownerId
}
