import { AppError, type AppliedEdits, type HeldReason } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { draftOf } from '../conversations/index.ts'
import { PromptEdit, type Prompt } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findPrompt } from '../prompts/index.ts'
import { planEdits } from './planEdits.ts'
import type { Standing } from './plan.ts'
import { writeApplied } from './writeApplied.ts'

type Input = { promptId: string; editIds?: readonly string[] | undefined; despite?: readonly HeldReason[] }

/**
 * Writes edits that a model proposed into the draft as the assistant's: all open ones of an answer, or those named. One whose section
 * is locked, or was changed since the model read it, waits and is answered in `held` with what holds it, unless all of that is in
 * `despite`; what people have typed stays even then. One that was applied already stays so.
 * @throws AppError CONFLICT while the answer is being written, NOT_FOUND for an edit of another answer.
 */
export async function applyPromptEdits(ctx: Ctx, { promptId, editIds, despite = [] }: Input): Promise<AppliedEdits> {
  const place = await findPrompt(ctx, promptId)
  authorize(ctx.actor, 'draft:write', place)
  const { prompt } = place
  if (prompt.status === 'pending') throw new AppError('CONFLICT', 'This answer is still being written.')

  const conversationId = place.conversation.id
  const { id: draftId } = await draftOf(ctx, conversationId)
  const { plan, checkpoint } = await writeApplied(ctx, {
    conversationId,
    draftId,
    promptId,
    begin: (tx) => beginWith(tx, prompt, { editIds, despite }),
  })
  return { checkpointId: checkpoint && checkpoint.id, applied: plan.editIds, held: plan.held }
}

async function beginWith(tx: Ctx, prompt: Prompt, { editIds, despite = [] }: Omit<Input, 'promptId'>) {
  const all = await PromptEdit.with(tx).where({ promptId: prompt.id }).orderBy('position').forUpdate()
  if (editIds?.some((id) => !all.some((edit) => edit.id === id))) throw new AppError('NOT_FOUND')
  const done = all.filter(({ state }) => state === 'applied')
  const edits = all.filter(({ id, state }) => (editIds ? state !== 'applied' && editIds.includes(id) : state === 'open'))
  const family = prompt.parameters.family ?? 'plain'
  return (standing: Standing) => planEdits(standing, { read: prompt.systemPrompt, done, edits, despite, family })
}
