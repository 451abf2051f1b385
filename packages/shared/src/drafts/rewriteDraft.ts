import type { Author } from '@prologue/collab/server'
import { withTransaction, type Ctx } from '../context.ts'
import { DraftCheckpoint } from '../models/index.ts'
import { changeOver } from './changeOver.ts'
import { inTurn } from './inTurn.ts'
import { keepBefore, type Kept } from './keepBefore.ts'

type Rewriting = Kept & {
  author: Author
  /** The text whose difference to `to` is written; null: what the draft says. */
  from: string | null
  to: string
  /** The checkpoint that was kept before what is taken back now. */
  takingBack: DraftCheckpoint | null
}

/**
 * Makes a draft say `to`, writing only what differs, and answers the checkpoint of what it was before; null where it says so
 * already. What people wrote since it said `from` stays.
 * @throws AppError CONFLICT when what is taken back was taken back before, or the draft was rewritten since. What fails keeps nothing.
 */
export async function rewriteDraft(ctx: Ctx, rewriting: Rewriting): Promise<DraftCheckpoint | null> {
  const { author, from, to, takingBack, ...kept } = rewriting
  // Of two who do the same at once, the second sees what the first has written.
  return inTurn(ctx.services.drafts, kept.draftId, async () => {
    const before = await keepBefore(ctx, kept, to, takingBack)
    if (!before) return null
    try {
      await ctx.services.drafts.edit(kept.draftId, author, changeOver(from ?? before.content, to))
    } catch (error) {
      await forget(ctx, kept, before)
      throw error
    }
    return before
  })
}

/** Nothing was rewritten: while its checkpoint stood, what was to be taken back could never be tried again. */
async function forget(ctx: Ctx, { conversationId }: Kept, { id }: DraftCheckpoint): Promise<void> {
  try {
    await withTransaction(ctx, async (tx) => {
      await DraftCheckpoint.with(tx).findById(id).delete()
      tx.afterCommit(() => ctx.services.rooms.checkpointsChanged(conversationId))
    })
  } catch (error) {
    ctx.logger.warn({ err: error, checkpointId: id }, 'the checkpoint of a rewriting that failed was not deleted')
  }
}
