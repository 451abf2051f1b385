import { limits } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { DraftSection } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { untitled } from './createConversation.ts'
import { createWithDraft } from './createWithDraft.ts'
import { draftOf } from './draftOf.ts'
import { findConversation } from './findConversation.ts'

/** A new conversation of the actor's with the brief and the draft's text of another: without its messages and its people. */
export async function duplicateConversation(ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> {
  authorize(ctx.actor, 'conversation:create')
  const { conversation } = await findConversation(ctx, id)
  const { id: draftId } = await draftOf(ctx, id)
  const text = await ctx.services.drafts.read(draftId)
  const { title, context } = conversation
  const made = await createWithDraft(ctx, { title: copyTitle(title), context, text })
  await copySections(ctx, draftId, (await draftOf(ctx, made.id)).id)
  return made
}

/** What people locked stays so, and what the assistant wrote is not taken for theirs. */
async function copySections(ctx: Ctx, from: string, to: string): Promise<void> {
  const rows = await DraftSection.with(ctx).where({ draftId: from }).orderBy('id')
  await withTransaction(ctx, async (tx) => {
    for (const { section, written, lock } of rows) await DraftSection.with(tx).insert({ draftId: to, section, written, lock })
  })
}

/** What has no title yet is still named by its first brief. */
function copyTitle(title: string): string {
  return title === untitled ? untitled : `Copy of ${title}`.slice(0, limits.title).toWellFormed()
}
