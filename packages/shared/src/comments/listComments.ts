import type { Comment as CommentShape } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import { Comment } from '../models/index.ts'
import { presentComments } from './presentComment.ts'

/** All comments of a conversation's draft in the order they were written; answers of a deleted beginning are not among them. */
export async function listComments(ctx: Ctx, { conversationId }: { conversationId: string }): Promise<{ items: CommentShape[] }> {
  const place = await findConversation(ctx, conversationId)
  const found = await Comment.with(ctx)
    .whereIn('draftId', ctx.db('drafts').where({ conversationId }).select('id'))
    .orderBy(['createdAt', 'id'])
  const begun = new Set(found.filter(({ parentId }) => parentId === null).map(({ id }) => id))
  const shown = found.filter(({ parentId }) => parentId === null || begun.has(parentId))
  return { items: await presentComments(ctx, place, shown) }
}
