import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { draftOf } from '../conversations/index.ts'
import { DraftCheckpoint } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findPrompt } from '../prompts/index.ts'
import { takeBack } from './takeBack.ts'

/**
 * Takes back what applying an answer, or edits of one, changed, as an edit of the actor; the edits are open again. What people wrote
 * since then stays, and what the draft was until now is kept as a checkpoint.
 * @throws AppError NOT_FOUND when the checkpoint is not one before this answer; CONFLICT when it was taken back before, or the
 * draft was rewritten since.
 */
export async function undoApply(ctx: Ctx, input: { promptId: string; checkpointId: string }): Promise<void> {
  const place = await findPrompt(ctx, input.promptId)
  authorize(ctx.actor, 'draft:write', place)
  const conversationId = place.conversation.id
  const { id: draftId } = await draftOf(ctx, conversationId)
  const checkpoint = await DraftCheckpoint.with(ctx).findOne({ id: input.checkpointId, draftId })
  if (checkpoint?.rewriting?.promptId !== input.promptId) throw new AppError('NOT_FOUND')
  await takeBack(ctx, { conversationId, checkpoint, rewriting: checkpoint.rewriting })
}
