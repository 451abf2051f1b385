import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Draft, DraftCheckpoint } from '../models/index.ts'
import { saveCheckpoint } from './saveCheckpoint.ts'

export type Kept = { conversationId: string; draftId: string; kind: 'apply' | 'restore'; name: string }

/**
 * Keeps the draft as it stands before it is made to say `next`; null where it says so already.
 *
 * `takingBack` is the checkpoint that was kept before what is taken back now.
 * @throws AppError CONFLICT when that was done before, or the draft was rewritten since: what it says then has it no more.
 */
export async function keepBefore(
  ctx: Ctx,
  kept: Kept,
  next: string,
  takingBack: DraftCheckpoint | null,
): Promise<DraftCheckpoint | null> {
  const state = await ctx.services.drafts.capture(kept.draftId)
  if (state.content === next) return null
  return withTransaction(ctx, async (tx) => {
    if (takingBack) await expectLatest(tx, takingBack)
    return saveCheckpoint(tx, { ...kept, ...state })
  })
}

/** Every rewriting of a draft keeps what was before it, taking one back, too: so the next one tells that there was another. */
async function expectLatest(tx: Ctx, { id, draftId }: DraftCheckpoint): Promise<void> {
  // Locked: of two who take back the same at once, the second sees what the first has kept.
  await Draft.with(tx).findById(draftId).forUpdate().select('id')
  const later = await DraftCheckpoint.with(tx)
    .where({ draftId })
    .whereIn('kind', ['apply', 'restore'])
    .where('id', '>', id)
    .select('id')
    .first()
  if (later) throw new AppError('CONFLICT', 'It was rewritten since then. What it said before is in its history.')
}
