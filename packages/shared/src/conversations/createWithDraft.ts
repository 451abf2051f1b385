import type { Ctx } from '../context.ts'
import type { ConversationContext } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { createConversation } from './createConversation.ts'
import { deleteConversation } from './deleteConversation.ts'
import { draftOf } from './draftOf.ts'

type Filled = { title: string; context?: ConversationContext; text: string }

/** A new conversation of the actor's whose draft says `text`, as written by them. */
export async function createWithDraft(ctx: Ctx, { text, ...said }: Filled): Promise<{ id: string }> {
  const { userId } = signedIn(ctx.actor)
  const made = await createConversation(ctx, said)
  if (text === '') return made
  try {
    const { id: draftId } = await draftOf(ctx, made.id)
    const whole = { index: 0, remove: 0, insert: text }
    await ctx.services.drafts.edit(draftId, { kind: 'user', userId }, () => [whole])
  } catch (error) {
    // Half of it is none.
    await deleteConversation(ctx, made)
    throw error
  }
  return made
}
