import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import { Comment } from '../models/index.ts'
import { may } from '../policies/index.ts'
import { findComment } from './findComment.ts'
import { refuseWhereFull } from './refuseWhereFull.ts'

/**
 * Brings a deleted comment back, the beginning of a thread with its answers.
 * @throws AppError NOT_FOUND for everybody but who deleted it, and who may delete any; CONFLICT where no more fit
 */
export async function restoreComment(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const place = await findComment(tx, id, { lock: true, deleted: true })
    if (!may(tx.actor, 'comment:restore', place)) throw new AppError('NOT_FOUND')
    const { comment, conversation } = place
    if (comment.deletedAt === null) return
    await findConversation(tx, conversation.id, { lock: true })
    const answers = await Comment.with(tx).where({ parentId: id }).resultSize()
    await refuseWhereFull(tx, comment.draftId, 1 + answers)
    await Comment.with(tx).context({ withDeleted: true }).findById(id).patch({ deletedAt: null })
    tx.afterCommit(() => ctx.services.rooms.commentsChanged(conversation.id))
  })
}
