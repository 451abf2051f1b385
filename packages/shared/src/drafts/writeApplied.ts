import { applyEdits, minimalEdits } from '@prologue/prompt-kit'
import { withTransaction, type Ctx } from '../context.ts'
import { DraftCheckpoint, PromptEdit } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { changeOver } from './changeOver.ts'
import { inTurn } from './inTurn.ts'
import type { Plan, Standing } from './plan.ts'
import { readSectionsOf, recordWritten } from './sectionsOf.ts'
import { saveCheckpoint } from './saveCheckpoint.ts'

type Applying<P extends Plan> = {
  conversationId: string
  draftId: string
  promptId: string
  /** Reads what is applied, locked as long as it is decided what becomes of it; then says so of each state of the draft. */
  begin(tx: Ctx): Promise<(standing: Standing) => P>
}

/**
 * Writes an answer, or edits of one, into the draft as the assistant's. What the draft was before is kept as a checkpoint; null where
 * nothing is to be written. Answers what was done in the end: the draft may have moved on since the checkpoint was kept.
 */
export async function writeApplied<P extends Plan>(
  ctx: Ctx,
  applying: Applying<P>,
): Promise<{ plan: P; checkpoint: DraftCheckpoint | null }> {
  const { draftId, promptId } = applying
  return inTurn(draftId, async () => {
    const state = await ctx.services.drafts.capture(draftId)
    const before = state.content
    // Kept and claimed first: of two who apply the same, even on two nodes, the second finds that it is done.
    const claimed = await withTransaction(ctx, async (tx) => {
      const planOf = await applying.begin(tx)
      const known = await readSectionsOf(tx, draftId)
      const at = (current: string) => planOf({ before, current, known })
      const plan = at(before)
      await setApplied(tx, applying, plan.editIds)
      if (plan.to === before) return { at, plan, checkpoint: null }
      await recordWritten(tx, applying, plan.written)
      const checkpoint = await saveCheckpoint(tx, {
        ...applying,
        ...state,
        kind: 'apply',
        name: 'Before Apply',
        rewriting: rewritingOf(promptId, before, plan),
      })
      return { at, plan, checkpoint }
    })
    const { at, checkpoint } = claimed
    if (!checkpoint) return { plan: claimed.plan, checkpoint }

    let { plan } = claimed
    try {
      await ctx.services.drafts.edit(draftId, { kind: 'assistant' }, (current) => {
        plan = current === before ? claimed.plan : at(current)
        return changeOver(before, plan.to)(current)
      })
    } catch (error) {
      await undone(ctx, applying, { checkpoint, editIds: claimed.plan.editIds })
      throw error
    }
    if (plan === claimed.plan) return { plan, checkpoint }
    if (plan.to === before) {
      await undone(ctx, applying, { checkpoint, editIds: claimed.plan.editIds })
      return { plan, checkpoint: null }
    }
    await correct(ctx, applying, { checkpoint, plan, claimed: claimed.plan })
    return { plan, checkpoint }
  })
}

function rewritingOf(promptId: string, before: string, { to, editIds }: Plan) {
  return { promptId, changes: minimalEdits(before, to), editIds: [...editIds] }
}

/** What the draft said right after an answer was applied to what `content` has. */
export function textAfter({ content, rewriting }: Pick<DraftCheckpoint, 'content' | 'rewriting'>): string {
  return applyEdits(content, rewriting?.changes ?? [])
}

async function setApplied(tx: Ctx, { conversationId, promptId }: Applying<Plan>, ids: readonly string[]): Promise<void> {
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

type Claim = { checkpoint: DraftCheckpoint; editIds: readonly string[] }

/** Nothing was written: what was claimed can be tried again. */
async function undone(ctx: Ctx, applying: Applying<Plan>, { checkpoint, editIds }: Claim): Promise<void> {
  const { conversationId, promptId } = applying
  try {
    await withTransaction(ctx, async (tx) => {
      await DraftCheckpoint.with(tx).findById(checkpoint.id).delete()
      await setOpen(tx, editIds)
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

/** Somebody typed while it was written: what is kept of it says what was done then. */
async function correct(
  ctx: Ctx,
  applying: Applying<Plan>,
  { checkpoint, plan, claimed }: { checkpoint: DraftCheckpoint; plan: Plan; claimed: Plan },
): Promise<void> {
  const { conversationId, promptId } = applying
  await withTransaction(ctx, async (tx) => {
    const rewriting = rewritingOf(promptId, checkpoint.content, plan)
    await DraftCheckpoint.with(tx).findById(checkpoint.id).patch({ rewriting })
    await setOpen(
      tx,
      claimed.editIds.filter((id) => !plan.editIds.includes(id)),
    )
    tx.afterCommit(() => ctx.services.rooms.promptChanged(conversationId, promptId))
  })
}
