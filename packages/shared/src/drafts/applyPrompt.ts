import { AppError, type AppliedEdits } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { draftOf } from '../conversations/index.ts'
import { authorize } from '../policies/index.ts'
import { findPrompt, isWhole } from '../prompts/index.ts'
import { planPrompt } from './planPrompt.ts'
import { writeApplied } from './writeApplied.ts'

type Input = { promptId: string; despite?: readonly string[] }
type Applied = Pick<AppliedEdits, 'checkpointId'> & { held: string[] }

/**
 * Writes a whole prompt into the draft as the assistant's, changing only what differs. Sections that people edited keep what they
 * say and are answered in `held` where the prompt says something else, but for those named in `despite`. What the draft was before is
 * kept as a checkpoint, whose id is answered; null where nothing was to be written.
 * @throws AppError CONFLICT while the answer is being written, when there is none, or it is no prompt.
 */
export async function applyPrompt(ctx: Ctx, { promptId, despite = [] }: Input): Promise<Applied> {
  const place = await findPrompt(ctx, promptId)
  authorize(ctx.actor, 'draft:write', place)
  const { prompt } = place
  if (prompt.status === 'pending') throw new AppError('CONFLICT', 'This answer is still being written.')
  if (prompt.response === '') throw new AppError('CONFLICT', 'This answer is empty; there is nothing to apply.')
  if (!isWhole(prompt)) throw new AppError('CONFLICT', 'This answer is no prompt. Apply its edits, where it has any.')

  const conversationId = place.conversation.id
  const { id: draftId } = await draftOf(ctx, conversationId)
  const { plan, checkpoint } = await writeApplied(ctx, {
    conversationId,
    draftId,
    promptId,
    begin: async () => (standing) => planPrompt(standing, { composed: prompt.response, despite }),
  })
  return { checkpointId: checkpoint && checkpoint.id, held: plan.held }
}
