import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { DraftCheckpoint } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findDraft } from './findDraft.ts'
import { takeBack } from './takeBack.ts'

/** Takes back what was applied to a draft last. Answers false where nothing was, or the draft was rewritten since. */
export async function takeBackLast(ctx: Ctx, { conversationId }: { conversationId: string }): Promise<boolean> {
  const { draftId, ...place } = await findDraft(ctx, conversationId)
  authorize(ctx.actor, 'draft:write', place)
  const checkpoint = await DraftCheckpoint.with(ctx)
    .where({ draftId })
    .whereIn('kind', ['apply', 'restore'])
    .orderBy('id', 'desc')
    .limit(1)
    .first()
  const rewriting = checkpoint?.rewriting
  if (!checkpoint || !rewriting) return false
  try {
    await takeBack(ctx, { conversationId, checkpoint, rewriting })
    return true
  } catch (error) {
    // Somebody else was faster.
    if (error instanceof AppError && error.code === 'CONFLICT') return false
    throw error
  }
}
