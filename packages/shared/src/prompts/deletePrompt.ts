import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import { Prompt } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findPrompt } from './findPrompt.ts'
import { messageOf, readBranches } from './readBranches.ts'
import { expectNoneRunning, showBranch } from './showBranch.ts'

/**
 * Takes an exchange out of its conversation. What it cost stays counted. Where there are other answers to its message, the newest
 * of them is shown in its place, with what came after that; else what came after it stays where it is.
 * @throws AppError CONFLICT while its answer, or one after it that would be hidden, is being written.
 */
export async function deletePrompt(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const place = await findPrompt(tx, id, { lock: true })
    authorize(tx.actor, 'prompt:delete', place)
    const { prompt } = place
    const { conversationId } = prompt
    if (prompt.status === 'pending') throw new AppError('CONFLICT', 'This answer is still being written. Stop it first.')
    await Prompt.with(tx).findById(id).patch({ deletedAt: tx.now(), deletedBy: userId })
    const others = (await readBranches(tx, [prompt])).get(messageOf(prompt)) ?? []
    const next = others.at(-1)
    if (prompt.chosen && next !== undefined) {
      await findConversation(tx, conversationId, { lock: true })
      await expectNoneRunning(tx, conversationId)
      await showBranch(tx, { id: next, conversationId })
    }
    tx.afterCommit(() => ctx.services.rooms.promptChanged(conversationId, id))
  })
}
