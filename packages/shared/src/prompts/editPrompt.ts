import { AppError, type Prompt as PromptShape } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findPrompt } from './findPrompt.ts'
import { getPrompt } from './getPrompt.ts'

/**
 * Changes the message of an exchange, which says so from then on. Its answer stays as it is.
 * @throws AppError CONFLICT while its answer is being written.
 */
export async function editPrompt(ctx: Ctx, { id, input }: { id: string; input: string }): Promise<PromptShape> {
  return withTransaction(ctx, async (tx) => {
    const place = await findPrompt(tx, id, { lock: true })
    authorize(tx.actor, 'prompt:edit', place)
    const { prompt } = place
    if (prompt.status === 'pending') throw new AppError('CONFLICT', 'This answer is still being written. Wait until it is there.')
    if (prompt.userInput !== input) {
      await Prompt.with(tx).findById(id).patch({ userInput: input, editedAt: tx.now() })
      tx.afterCommit(() => ctx.services.rooms.promptChanged(prompt.conversationId, id))
    }
    return getPrompt(tx, { id })
  })
}
