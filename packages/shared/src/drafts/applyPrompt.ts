import { AppError } from '@prologue/contracts'
import { minimalEdits, rebaseEdits } from '@prologue/prompt-kit'
import type { Ctx } from '../context.ts'
import { Draft } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findPrompt } from '../prompts/index.ts'
import { saveCheckpoint } from './saveCheckpoint.ts'

/**
 * Writes an answer into the draft as the assistant's, changing only what differs. What the draft was before is kept as
 * a checkpoint, whose id is answered; null where the draft says the same already.
 * @throws AppError CONFLICT while the answer is being written or when there is none.
 */
export async function applyPrompt(ctx: Ctx, { promptId }: { promptId: string }): Promise<{ checkpointId: string | null }> {
  const place = await findPrompt(ctx, promptId)
  authorize(ctx.actor, 'draft:write', place)
  const { prompt } = place
  if (prompt.status === 'pending') throw new AppError('CONFLICT', 'This answer is still being written.')
  if (prompt.response === '') throw new AppError('CONFLICT', 'This answer is empty; there is nothing to apply.')

  const draft = await Draft.with(ctx).findOne({ conversationId: place.conversation.id }).select('id').throwIfNotFound()
  const { content, stateVector } = await ctx.services.drafts.capture(draft.id)
  if (content === prompt.response) return { checkpointId: null }
  const { id: checkpointId } = await saveCheckpoint(ctx, {
    conversationId: place.conversation.id,
    draftId: draft.id,
    kind: 'apply',
    name: 'Before Apply',
    content,
    stateVector,
  })
  const edits = minimalEdits(content, prompt.response)
  // What somebody typed since the text was read stays.
  await ctx.services.drafts.edit(draft.id, { kind: 'assistant' }, (current) => rebaseEdits(edits, minimalEdits(content, current)))
  return { checkpointId }
}
