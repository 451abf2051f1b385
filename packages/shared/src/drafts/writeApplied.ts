import { applyEdits } from '@prologue/prompt-kit'
import { withTransaction, type Ctx } from '../context.ts'
import type { DraftCheckpoint } from '../models/index.ts'
import { changeOver } from './changeOver.ts'
import { claimInstead, giveBack, rewritingOf, setApplied, type Applying } from './claims.ts'
import { inTurn } from './inTurn.ts'
import { movedSections } from './movedSections.ts'
import type { Plan, Standing } from './plan.ts'
import { readSectionsOf, recordWritten } from './sectionsOf.ts'
import { saveCheckpoint } from './saveCheckpoint.ts'

type Planning<P extends Plan> = Applying & {
  /** Reads what is applied, locked as long as it is decided what becomes of it; then says so of each state of the draft. */
  begin(tx: Ctx): Promise<(standing: Standing) => P>
}

type Applied<P extends Plan> = { plan: P; checkpoint: DraftCheckpoint | null }

/** A plan that is kept, and what it would be where people have written in these sections meanwhile. */
type Claimed<P extends Plan> = { plan: P; checkpoint: DraftCheckpoint; at: (moved: ReadonlySet<string>) => P }

/**
 * Writes an answer, or edits of one, into the draft as the assistant's. What the draft was before is kept as a checkpoint; null where
 * nothing is to be written. Answers what was done in the end: the draft may have moved on since the checkpoint was kept.
 */
export async function writeApplied<P extends Plan>(ctx: Ctx, applying: Planning<P>): Promise<Applied<P>> {
  const { draftId, promptId } = applying
  return inTurn(ctx.services.drafts, draftId, async () => {
    const state = await ctx.services.drafts.capture(draftId)
    const before = state.content
    // Kept and claimed first: of two who apply the same, even on two nodes, the second finds that it is done.
    const { plan, checkpoint, at } = await withTransaction(ctx, async (tx) => {
      const planOf = await applying.begin(tx)
      const known = await readSectionsOf(tx, draftId)
      const at = (moved: ReadonlySet<string>) => planOf({ before, known, moved })
      const plan = at(new Set())
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
    return checkpoint ? writeClaimed(ctx, applying, { plan, checkpoint, at }) : { plan, checkpoint }
  })
}

/**
 * Writes what is claimed, and nothing but that: where people wrote in between, so that less of it can be done, that is claimed first.
 * What is kept is always what is written then, whatever fails. A section that somebody wrote in waits, so this comes to an end.
 */
async function writeClaimed<P extends Plan>(
  ctx: Ctx,
  applying: Applying,
  { checkpoint, at, ...first }: Claimed<P>,
): Promise<Applied<P>> {
  const before = checkpoint.content
  let claimed = first.plan
  let moved: ReadonlySet<string> = new Set()
  try {
    for (;;) {
      let plan = claimed
      await ctx.services.drafts.edit(applying.draftId, { kind: 'assistant' }, (current) => {
        const now = moved.union(movedSections(before, current))
        if (now.size > moved.size) plan = at(now)
        moved = now
        return isSame(plan, claimed) ? changeOver(before, claimed.to)(current) : []
      })
      if (isSame(plan, claimed)) return { plan, checkpoint }
      if (plan.to === before) {
        await giveBack(ctx, applying, { checkpoint, plan: claimed })
        return { plan, checkpoint: null }
      }
      await claimInstead(ctx, applying, { checkpoint, plan: claimed }, plan)
      claimed = plan
    }
  } catch (error) {
    await giveBack(ctx, applying, { checkpoint, plan: claimed })
    throw error
  }
}

function isSame(one: Plan, other: Plan): boolean {
  return one === other || (one.to === other.to && one.editIds.join() === other.editIds.join())
}

/** What the draft said right after an answer was applied to what `content` has. */
export function textAfter({ content, rewriting }: Pick<DraftCheckpoint, 'content' | 'rewriting'>): string {
  return applyEdits(content, rewriting?.changes ?? [])
}
