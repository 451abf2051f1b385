import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { findConversation, type ConversationPlace } from '../conversations/index.ts'
import { Comment, Draft } from '../models/index.ts'

export type CommentPlace = ConversationPlace & { comment: Comment }

/**
 * A comment with its conversation and the actor's role there. An answer is hidden with the beginning of its thread.
 * With `lock` the comment is locked until the transaction ends; with `deleted` a deleted one is found as well.
 * @throws AppError NOT_FOUND
 */
export async function findComment(ctx: Ctx, id: string, { lock = false, deleted = false } = {}): Promise<CommentPlace> {
  const query = Comment.with(ctx).context({ withDeleted: deleted }).findById(id)
  const comment = await (lock ? query.forUpdate() : query)
  if (!comment) throw new AppError('NOT_FOUND')
  const draft = await Draft.with(ctx).findById(comment.draftId).select('conversationId')
  if (!draft) throw new AppError('NOT_FOUND')
  const place = await findConversation(ctx, draft.conversationId)
  const begun = comment.parentId === null || (await Comment.with(ctx).findById(comment.parentId).select('id'))
  if (!begun) throw new AppError('NOT_FOUND')
  return { ...place, comment }
}

/** The first comment of a thread. @throws AppError NOT_FOUND, for answers too */
export async function findThread(ctx: Ctx, id: string, options?: { lock: boolean }): Promise<CommentPlace> {
  const place = await findComment(ctx, id, options)
  if (place.comment.parentId !== null) throw new AppError('NOT_FOUND')
  return place
}
