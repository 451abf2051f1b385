import { AppError, type Prompt as PromptShape } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findPrompt } from './findPrompt.ts'
import { getPrompt } from './getPrompt.ts'

type Input = { id: string; rating: number | null; feedback: string | null }

/**
 * Says how good an answer is; without a rating what was said before is taken back, with its words.
 * @throws AppError CONFLICT while it is being written.
 */
export async function ratePrompt(ctx: Ctx, { id, rating, feedback }: Input): Promise<PromptShape> {
  return withTransaction(ctx, async (tx) => {
    const place = await findPrompt(tx, id, { lock: true })
    authorize(tx.actor, 'prompt:rate', place)
    const { prompt } = place
    if (prompt.status === 'pending') throw new AppError('CONFLICT', 'This answer is still being written. Wait until it is there.')
    const said = { rating, feedback: rating === null || feedback === '' ? null : feedback }
    if (said.rating !== prompt.rating || said.feedback !== prompt.feedback) {
      await Prompt.with(tx).findById(id).patch(said)
      tx.afterCommit(() => ctx.services.rooms.promptChanged(prompt.conversationId, id))
    }
    return getPrompt(tx, { id })
  })
}
