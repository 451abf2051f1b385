import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findPrompt } from './findPrompt.ts'

/**
 * Takes an exchange out of its conversation. What it cost stays counted.
 * @throws AppError CONFLICT while its answer is being written.
 */
export async function deletePrompt(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const place = await findPrompt(tx, id, { lock: true })
    authorize(tx.actor, 'prompt:delete', place)
    const { prompt } = place
    if (prompt.status === 'pending') throw new AppError('CONFLICT', 'This answer is still being written. Stop it first.')
    await Prompt.with(tx).findById(id).patch({ deletedAt: tx.now(), deletedBy: userId })
    tx.afterCommit(() => ctx.services.rooms.promptChanged(prompt.conversationId, id))
  })
}
