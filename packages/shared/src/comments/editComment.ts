import type { Comment as CommentShape } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Comment } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { checkMentions } from './checkMentions.ts'
import { findComment } from './findComment.ts'
import { presentComment } from './presentComment.ts'
import { tellMentioned } from './tellPeople.ts'

type Input = { id: string; body: string; mentions: readonly string[] }

/** Changes the words of one's own comment. Who is mentioned only now is told. @throws AppError NOT_FOUND as `addComment` */
export async function editComment(ctx: Ctx, { id, body, mentions }: Input): Promise<CommentShape> {
  return withTransaction(ctx, async (tx) => {
    const { comment, ...place } = await findComment(tx, id, { lock: true })
    authorize(tx.actor, 'comment:edit', { ...place, comment })
    const conversationId = place.conversation.id
    const before = comment.mentions
    const wanted = await checkMentions(tx, conversationId, { mentions, before })
    if (body === comment.body && wanted.join() === before.join()) return presentComment(tx, { ...place, comment })
    await Comment.with(tx).findById(id).patch({ body, mentions: wanted, editedAt: tx.now() })
    const changed = await Comment.with(tx).findById(id).throwIfNotFound()
    const userIds = wanted.filter((userId) => !before.includes(userId))
    await tellMentioned(tx, { conversationId, comment: changed, userIds })
    tx.afterCommit(() => ctx.services.rooms.commentsChanged(conversationId))
    return presentComment(tx, { ...place, comment: changed })
  })
}
