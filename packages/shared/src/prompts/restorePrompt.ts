import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import { Prompt } from '../models/index.ts'
import { may } from '../policies/index.ts'
import { messageOf, readBranches } from './readBranches.ts'
import { expectNoneRunning, showBranch } from './showBranch.ts'

/**
 * Brings a deleted exchange back to its place; where another answer to its message is shown by now, beside that.
 * @throws AppError NOT_FOUND for everybody but who deleted it, and who may delete any; CONFLICT where it would be shown while an answer
 * is being written.
 */
export async function restorePrompt(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const deleted = { withDeleted: true }
    const prompt = await Prompt.with(tx).context(deleted).findById(id).forUpdate()
    if (!prompt) throw new AppError('NOT_FOUND')
    const place = await findConversation(tx, prompt.conversationId)
    if (!may(tx.actor, 'prompt:restore', { ...place, prompt })) throw new AppError('NOT_FOUND')
    if (prompt.deletedAt === null) return
    await Prompt.with(tx).context(deleted).findById(id).patch({ deletedAt: null })
    await findPlaceAmongBranches(tx, prompt)
    tx.afterCommit(() => ctx.services.rooms.promptChanged(prompt.conversationId, id))
  })
}

/**
 * Of the answers to one message that are left one is shown, where the message is: one that comes back takes no other's place, and leaves
 * what is chosen further up and down as it is.
 */
async function findPlaceAmongBranches(tx: Ctx, prompt: Prompt): Promise<void> {
  const { id, conversationId, parentPromptId } = prompt
  if (prompt.chosen) return
  await findConversation(tx, conversationId, { lock: true })
  const answers = (await readBranches(tx, [prompt])).get(messageOf(prompt)) ?? []
  const shown = await Prompt.with(tx).findByIds(answers).where({ chosen: true }).select('id').first()
  if (shown) return
  const parent =
    parentPromptId === null
      ? undefined
      : await Prompt.with(tx).context({ withDeleted: true }).findById(parentPromptId).select('id', 'chosen')
  if (parent && !parent.chosen) return
  await expectNoneRunning(tx, conversationId)
  await showBranch(tx, { id, conversationId })
}
