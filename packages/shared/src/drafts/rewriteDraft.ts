import type { Author } from '@prologue/collab/server'
import { minimalEdits, rebaseEdits } from '@prologue/prompt-kit'
import type { Ctx } from '../context.ts'

type Written = { draftId: string; author: Author; from: string; to: string }

/** Writes into a draft what differs between two texts. What people wrote since it said `from` stays. */
export async function rewriteDraft(ctx: Ctx, { draftId, author, from, to }: Written): Promise<void> {
  const edits = minimalEdits(from, to)
  await ctx.services.drafts.edit(draftId, author, (current) => rebaseEdits(edits, minimalEdits(from, current)))
}
