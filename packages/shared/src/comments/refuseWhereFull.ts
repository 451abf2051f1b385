import { AppError, limits } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Comment } from '../models/index.ts'

/**
 * Whether `more` comments fit on the draft beside those that are shown: answers of a deleted beginning are not. The conversation is
 * locked by whoever calls. @throws AppError CONFLICT
 */
export async function refuseWhereFull(tx: Ctx, draftId: string, more = 1): Promise<void> {
  const beginnings = Comment.with(tx).where({ draftId }).whereNull('parentId').select('id')
  const shown = await Comment.with(tx)
    .where({ draftId })
    .where((comment) => comment.whereNull('parentId').orWhereIn('parentId', beginnings))
    .resultSize()
  if (shown + more <= limits.commentsPerDraft) return
  const most = limits.commentsPerDraft.toLocaleString('en')
  throw new AppError('CONFLICT', `This draft has ${most} comments, and no more fit. Delete some that are settled first.`)
}
