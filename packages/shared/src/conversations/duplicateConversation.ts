import { limits } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { authorize } from '../policies/index.ts'
import { untitled } from './createConversation.ts'
import { createWithDraft } from './createWithDraft.ts'
import { draftOf } from './draftOf.ts'
import { findConversation } from './findConversation.ts'

/** A new conversation of the actor's with the brief and the draft's text of another: without its messages and its people. */
export async function duplicateConversation(ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> {
  authorize(ctx.actor, 'conversation:create')
  const { conversation } = await findConversation(ctx, id)
  const text = await ctx.services.drafts.read((await draftOf(ctx, id)).id)
  const { title, context } = conversation
  return createWithDraft(ctx, { title: copyTitle(title), context, text })
}

/** What has no title yet is still named by its first brief. */
function copyTitle(title: string): string {
  return title === untitled ? untitled : `Copy of ${title}`.slice(0, limits.title).toWellFormed()
}
