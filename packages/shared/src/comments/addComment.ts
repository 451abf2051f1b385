import { AppError, type AddComment, type Comment as CommentShape } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { draftOf, findConversation } from '../conversations/index.ts'
import { Comment } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { checkMentions } from './checkMentions.ts'
import { findThread } from './findComment.ts'
import { presentComment } from './presentComment.ts'
import { refuseWhereFull } from './refuseWhereFull.ts'
import { tellMentioned, tellThread } from './tellPeople.ts'

/**
 * Begins a thread on a piece of the draft (on all of it without an anchor), or answers in one. Who is mentioned is told, and
 * for an answer who wrote in the thread before.
 * @throws AppError NOT_FOUND for a mention of somebody who takes no part; CONFLICT in a resolved thread and where no more fit
 */
export async function addComment(ctx: Ctx, input: AddComment): Promise<CommentShape> {
  const { userId } = signedIn(ctx.actor)
  const { conversationId, parentId = null, anchor = null, body } = input
  return withTransaction(ctx, async (tx) => {
    const place = await findConversation(tx, conversationId, { lock: true })
    authorize(tx.actor, 'comment:create', place)
    const draft = await draftOf(tx, conversationId)
    if (parentId !== null) await findOpenThread(tx, parentId, draft.id)
    await refuseWhereFull(tx, draft.id)
    const mentions = await checkMentions(tx, conversationId, { mentions: input.mentions ?? [] })

    const added = { draftId: draft.id, parentId, authorId: userId, body, mentions, anchor }
    const { id } = await Comment.with(tx).insert({ ...added, editedAt: null, resolvedAt: null, resolvedBy: null })
    const comment = await Comment.with(tx).findById(id).throwIfNotFound()
    await tellMentioned(tx, { conversationId, comment, userIds: mentions })
    await tellThread(tx, { conversationId, comment, told: mentions })
    tx.afterCommit(() => {
      ctx.services.rooms.commentsChanged(conversationId)
      ctx.services.rooms.conversationActive(conversationId)
    })
    return presentComment(tx, { ...place, comment })
  })
}

async function findOpenThread(tx: Ctx, id: string, draftId: string): Promise<void> {
  const { comment } = await findThread(tx, id)
  if (comment.draftId !== draftId) throw new AppError('NOT_FOUND')
  if (comment.resolvedAt) throw new AppError('CONFLICT', 'This thread is resolved. Reopen it to answer.')
}
