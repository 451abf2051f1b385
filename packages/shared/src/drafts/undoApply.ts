import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { draftOf } from '../conversations/index.ts'
import { DraftCheckpoint, PromptEdit } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findPrompt } from '../prompts/index.ts'
import { rewriteDraft } from './rewriteDraft.ts'
import { textAfter } from './writeApplied.ts'

/**
 * Takes back what applying an answer, or edits of one, changed, as an edit of the actor; the edits are open again. What people wrote
 * since then stays, and what the draft was until now is kept as a checkpoint.
 * @throws AppError NOT_FOUND when the checkpoint is not one before this answer; CONFLICT when it was taken back before, or the
 * draft was rewritten since.
 */
export async function undoApply(ctx: Ctx, input: { promptId: string; checkpointId: string }): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  const place = await findPrompt(ctx, input.promptId)
  authorize(ctx.actor, 'draft:write', place)
  const conversationId = place.conversation.id
  const { id: draftId } = await draftOf(ctx, conversationId)
  const checkpoint = await DraftCheckpoint.with(ctx).findOne({ id: input.checkpointId, draftId })
  if (checkpoint?.rewriting?.promptId !== input.promptId) throw new AppError('NOT_FOUND')

  const kept = { conversationId, draftId, kind: 'restore', name: '' } as const
  const author = { kind: 'user', userId } as const
  await rewriteDraft(ctx, { ...kept, author, from: textAfter(checkpoint), to: checkpoint.content, takingBack: checkpoint })
  await reopen(ctx, conversationId, checkpoint.rewriting)
}

async function reopen(ctx: Ctx, conversationId: string, { promptId, editIds }: NonNullable<DraftCheckpoint['rewriting']>) {
  if (editIds.length === 0) return
  await withTransaction(ctx, async (tx) => {
    const open = { state: 'open', decidedBy: null, decidedAt: null } as const
    await PromptEdit.with(tx).findByIds(editIds).where({ promptId, state: 'applied' }).patch(open)
    tx.afterCommit(() => ctx.services.rooms.promptChanged(conversationId, promptId))
  })
}
