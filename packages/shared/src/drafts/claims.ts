import { minimalEdits } from '@prologue/prompt-kit'
import { withTransaction, type Ctx } from '../context.ts'
import { DraftCheckpoint, PromptEdit } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import type { Plan } from './plan.ts'
import { recordWritten } from './sectionsOf.ts'

export type Applying = { conversationId: string; draftId: string; promptId: string }

/** What is kept of a plan before it is written: the draft as it was, and which edits are in it. */
type Claim = { checkpoint: DraftCheckpoint; plan: Plan }

export function rewritingOf(promptId: string, before: string, { to, editIds }: Plan) {
  return { promptId, changes: minimalEdits(before, to), editIds: [...editIds] }
}

export async function setApplied(tx: Ctx, { conversationId, promptId }: Applying, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { userId } = signedIn(tx.actor)
  await PromptEdit.with(tx)
    .findByIds([...ids])
    .patch({ state: 'applied', decidedBy: userId, decidedAt: tx.now() })
  tx.afterCommit(() => tx.services.rooms.promptChanged(conversationId, promptId))
}

async function setOpen(tx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await PromptEdit.with(tx)
      .findByIds([...ids])
      .patch({ state: 'open', decidedBy: null, decidedAt: null })
}

/** Claims another plan in place of one that is not written yet; the edits that are in it no more are open again. */
export async function claimInstead(ctx: Ctx, applying: Applying, { checkpoint, plan }: Claim, next: Plan): Promise<void> {
  const { conversationId, promptId } = applying
  await withTransaction(ctx, async (tx) => {
    const gone = plan.editIds.filter((id) => !next.editIds.includes(id))
    await setOpen(tx, gone)
    await setApplied(
      tx,
      applying,
      next.editIds.filter((id) => !plan.editIds.includes(id)),
    )
    await recordWritten(tx, applying, next.written)
    const rewriting = rewritingOf(promptId, checkpoint.content, next)
    await DraftCheckpoint.with(tx).findById(checkpoint.id).patch({ rewriting })
    if (gone.length > 0) tx.afterCommit(() => ctx.services.rooms.promptChanged(conversationId, promptId))
  })
}

/** Nothing was written: what was claimed can be tried again. */
export async function giveBack(ctx: Ctx, applying: Applying, { checkpoint, plan }: Claim): Promise<void> {
  const { conversationId, promptId } = applying
  try {
    await withTransaction(ctx, async (tx) => {
      await DraftCheckpoint.with(tx).findById(checkpoint.id).delete()
      await setOpen(tx, plan.editIds)
      tx.afterCommit(() => {
        ctx.services.rooms.checkpointsChanged(conversationId)
        ctx.services.rooms.promptChanged(conversationId, promptId)
      })
    })
  } catch (error) {
    ctx.logger.warn(
      { err: error, checkpointId: checkpoint.id },
      'the checkpoint of an answer that was not applied was not deleted',
    )
  }
}
