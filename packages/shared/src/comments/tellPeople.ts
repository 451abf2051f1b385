import type { Ctx } from '../context.ts'
import { Comment, ConversationParticipant } from '../models/index.ts'
import { notify } from '../notifications/index.ts'

type Written = { conversationId: string; comment: Pick<Comment, 'id' | 'parentId'> }

/** Tells those who are called by name in a comment. */
export async function tellMentioned(
  tx: Ctx,
  { conversationId, comment, userIds }: Written & { userIds: readonly string[] },
): Promise<void> {
  await notify(tx, { userIds, kind: 'mentioned', conversationId, data: { commentId: comment.id } })
}

/** Tells those who wrote in the thread of an answer and still take part, but for those who are `told` already. */
export async function tellThread(
  tx: Ctx,
  { conversationId, comment, told }: Written & { told: readonly string[] },
): Promise<void> {
  const { id, parentId } = comment
  if (parentId === null) return
  const writers = Comment.with(tx).where((thread) => thread.where({ parentId }).orWhere({ id: parentId }))
  const there = await ConversationParticipant.with(tx)
    .where({ conversationId })
    .whereIn('userId', writers.select('authorId'))
    .select('userId')
  const userIds = there.map(({ userId }) => userId).filter((userId) => !told.includes(userId))
  await notify(tx, { userIds, kind: 'replied', conversationId, data: { commentId: id } })
}
