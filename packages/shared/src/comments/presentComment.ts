import { personColour, type Comment as CommentShape, type Person } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import type { ConversationPlace } from '../conversations/index.ts'
import type { Comment } from '../models/index.ts'
import { peopleOf } from '../participants/index.ts'
import { abilitiesOnComment } from '../policies/index.ts'

/** Comments of one conversation as its people see them. */
export async function presentComments(ctx: Ctx, place: ConversationPlace, comments: readonly Comment[]): Promise<CommentShape[]> {
  const ids = comments.flatMap(({ authorId, resolvedBy, mentions }) => [
    authorId,
    ...mentions,
    ...(resolvedBy ? [resolvedBy] : []),
  ])
  const people = await peopleOf(ctx, place.conversation.id, ids)
  const person = (id: string): Person => people.get(id) ?? { id, name: '', colour: personColour(id), guest: false }
  return comments.map((comment) => ({
    id: comment.id,
    parentId: comment.parentId,
    author: person(comment.authorId),
    body: comment.body,
    mentions: comment.mentions.map(person),
    anchor: comment.anchor,
    createdAt: comment.createdAt,
    editedAt: comment.editedAt,
    resolved: comment.resolvedAt && {
      by: comment.resolvedBy === null ? null : person(comment.resolvedBy),
      at: comment.resolvedAt,
    },
    abilities: abilitiesOnComment(ctx.actor, { ...place, comment }),
  }))
}

export async function presentComment(ctx: Ctx, place: ConversationPlace & { comment: Comment }): Promise<CommentShape> {
  const [shape] = await presentComments(ctx, place, [place.comment])
  if (!shape) throw new Error('One comment is presented as one')
  return shape
}
