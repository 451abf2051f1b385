import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { PromptEdit } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findPrompt } from '../prompts/index.ts'

/**
 * Puts an edit aside that nobody wants. It can still be applied by its name.
 * @throws AppError NOT_FOUND for an edit of another answer, CONFLICT where it was applied.
 */
export async function dismissEdit(ctx: Ctx, { promptId, editId }: { promptId: string; editId: string }): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const place = await findPrompt(tx, promptId)
    authorize(tx.actor, 'draft:write', place)
    const edit = await PromptEdit.with(tx).findOne({ id: editId, promptId }).forUpdate()
    if (!edit) throw new AppError('NOT_FOUND')
    if (edit.state === 'applied') throw new AppError('CONFLICT', 'This edit was applied. Undo that first.')
    if (edit.state === 'dismissed') return
    await PromptEdit.with(tx).findById(editId).patch({ state: 'dismissed', decidedBy: userId, decidedAt: tx.now() })
    tx.afterCommit(() => ctx.services.rooms.promptChanged(place.conversation.id, promptId))
  })
}
