import { AppError, limits } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Comment } from '../models/index.ts'

/** Whether one more comment fits on the draft. The conversation is locked by whoever calls. @throws AppError CONFLICT */
export async function refuseWhereFull(tx: Ctx, draftId: string): Promise<void> {
  if ((await Comment.with(tx).where({ draftId }).resultSize()) < limits.commentsPerDraft) return
  const most = limits.commentsPerDraft.toLocaleString('en')
  throw new AppError('CONFLICT', `This draft has ${most} comments, and no more fit. Delete some that are settled first.`)
}
