import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import { Prompt } from '../models/index.ts'
import { may } from '../policies/index.ts'

/**
 * Brings a deleted exchange back to its place.
 * @throws AppError NOT_FOUND for everybody but who deleted it, and who may delete any.
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
    tx.afterCommit(() => ctx.services.rooms.promptChanged(prompt.conversationId, id))
  })
}
