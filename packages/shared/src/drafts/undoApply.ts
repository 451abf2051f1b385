import { AppError } from '@prologue/contracts'
import { minimalEdits, rebaseEdits } from '@prologue/prompt-kit'
import type { Ctx } from '../context.ts'
import { Draft, DraftCheckpoint } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findPrompt } from '../prompts/index.ts'

/**
 * Takes back what applying an answer changed, as an edit of the actor. What people wrote since then stays.
 * @throws AppError NOT_FOUND when the checkpoint is not one of this conversation's draft.
 */
export async function undoApply(ctx: Ctx, input: { promptId: string; checkpointId: string }): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  const place = await findPrompt(ctx, input.promptId)
  authorize(ctx.actor, 'draft:write', place)
  const draft = await Draft.with(ctx).findOne({ conversationId: place.conversation.id }).select('id').throwIfNotFound()
  const checkpoint = await DraftCheckpoint.with(ctx).findOne({ id: input.checkpointId, draftId: draft.id })
  if (!checkpoint) throw new AppError('NOT_FOUND')

  const applied = place.prompt.response
  const edits = minimalEdits(applied, checkpoint.content)
  await ctx.services.drafts.edit(draft.id, { kind: 'user', userId }, (current) =>
    rebaseEdits(edits, minimalEdits(applied, current)),
  )
}
