import { commentAbilitySchema, type CommentAbility } from '@prologue/contracts'
import type { Actor } from '../context.ts'
import { byRole, type ConversationRow } from './conversations.ts'
import type { Rule } from './rule.ts'

/** A comment in a conversation the actor sees, with their role in it. */
export type CommentRow = ConversationRow & { comment: { authorId: string; parentId: string | null } }

type DeletedRow = CommentRow & { comment: { deletedBy: string | null } }

const wrote = (actor: Actor, { comment }: CommentRow) => actor.kind === 'user' && comment.authorId === actor.userId

/** Who wrote a comment changes it and settles its thread, as long as they may comment. */
const ownWhileCommenting: Rule<[CommentRow]> = (actor, row) => wrote(actor, row) && byRole('comment:create')(actor, row)

const deletes: Rule<[CommentRow]> = (actor, row) => wrote(actor, row) || byRole('comment:delete-any')(actor, row)

/** What the owner took away its author does not bring back. */
const restores: Rule<[DeletedRow]> = (actor, row) =>
  (wrote(actor, row) && row.comment.deletedBy === row.comment.authorId) || byRole('comment:delete-any')(actor, row)

/** A thread is settled at its beginning. */
const resolves: Rule<[CommentRow]> = (actor, row) =>
  row.comment.parentId === null && (ownWhileCommenting(actor, row) === true || byRole('comment:resolve-any')(actor, row))

export const commentRules = {
  'comment:create': byRole('comment:create'),
  'comment:resolve-any': byRole('comment:resolve-any'),
  'comment:delete-any': byRole('comment:delete-any'),
  'comment:edit': ownWhileCommenting,
  'comment:delete': deletes,
  'comment:resolve': resolves,
  'comment:restore': restores,
}

export function abilitiesOnComment(actor: Actor, row: CommentRow): CommentAbility[] {
  return commentAbilitySchema.options.filter((ability) => commentRules[ability](actor, row) === true)
}
