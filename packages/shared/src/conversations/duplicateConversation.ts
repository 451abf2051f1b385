import { limits } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { createConversation, untitled } from './createConversation.ts'
import { deleteConversation } from './deleteConversation.ts'
import { draftOf } from './draftOf.ts'
import { findConversation } from './findConversation.ts'

/** A new conversation of the actor's with the brief and the draft's text of another: without its messages and its people. */
export async function duplicateConversation(ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> {
  const { userId } = signedIn(ctx.actor)
  authorize(ctx.actor, 'conversation:create')
  const { conversation } = await findConversation(ctx, id)
  const text = await ctx.services.drafts.read((await draftOf(ctx, id)).id)
  const { title, context } = conversation
  const copy = await createConversation(ctx, { title: copyTitle(title), context })
  if (text === '') return copy
  try {
    const { id: draftId } = await draftOf(ctx, copy.id)
    const whole = { index: 0, remove: 0, insert: text }
    await ctx.services.drafts.edit(draftId, { kind: 'user', userId }, () => [whole])
  } catch (error) {
    // Half a copy is none.
    await deleteConversation(ctx, copy)
    throw error
  }
  return copy
}

/** What has no title yet is still named by its first brief. */
function copyTitle(title: string): string {
  return title === untitled ? untitled : `Copy of ${title}`.slice(0, limits.title).toWellFormed()
}
