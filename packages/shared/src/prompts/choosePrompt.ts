import type { Prompt as PromptShape } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import { authorize } from '../policies/index.ts'
import { findPrompt } from './findPrompt.ts'
import { getPrompt } from './getPrompt.ts'
import { expectNoneRunning, showBranch } from './showBranch.ts'

/**
 * Shows this answer to its message in place of the others, with what came after it; the brief it ends with is in force again.
 * @throws AppError CONFLICT while an answer is being written.
 */
export async function choosePrompt(ctx: Ctx, { id }: { id: string }): Promise<PromptShape> {
  return withTransaction(ctx, async (tx) => {
    const place = await findPrompt(tx, id, { lock: true })
    authorize(tx.actor, 'prompt:choose', place)
    const { prompt } = place
    await findConversation(tx, prompt.conversationId, { lock: true })
    await expectNoneRunning(tx, prompt.conversationId)
    if (!prompt.chosen) await showBranch(tx, prompt)
    return getPrompt(tx, { id })
  })
}
