import {
  conversationAbilities,
  roleMay,
  type ConversationAbility,
  type ConversationStatus,
  type ParticipantRole,
} from '@prologue/contracts'
import type { Knex } from 'knex'
import type { Actor } from '../context.ts'
import { byAccountRole } from './accounts.ts'
import type { Rule, Verdict } from './rule.ts'

/** A conversation with what else decides who sees it. */
export type ConversationSight = {
  conversation: { deletedAt: Date | null }
  /** Whether its owner's account is deleted: what they own is hidden with it. */
  ownerDeleted: boolean
  /** The actor's, null where they take no part. */
  role: ParticipantRole | null
}

/** A conversation the actor sees, with their role in it. */
export type ConversationRow = { conversation: { status: ConversationStatus }; role: ParticipantRole }

/** What only works while a conversation is active: the other abilities hold in every status. */
const needsActive: readonly ConversationAbility[] = [
  'prompt:create',
  'prompt:react',
  'draft:write',
  'checkpoint:create',
  'comment:create',
  'comment:resolve-any',
]

/** By the role in the conversation, while its state allows it. */
export function byRole(ability: ConversationAbility): Rule<[ConversationRow]> {
  return (_actor, row) => judge(ability, row)
}

function judge(ability: ConversationAbility, { conversation: { status }, role }: ConversationRow): Verdict {
  if (!roleMay(role, ability)) return false
  if (status === 'active' || !needsActive.includes(ability)) return true
  return `This conversation is ${status}. Make it active again to go on.`
}

/** Who takes part sees it while it is there. The list scope below says the same. */
const sees: Rule<[ConversationSight]> = (_actor, { conversation, ownerDeleted, role }) =>
  role !== null && conversation.deletedAt === null && !ownerDeleted

const owns: Rule<[{ ownerId: string }]> = (actor, { ownerId }) => actor.kind === 'user' && actor.userId === ownerId

export const conversationRules = {
  'conversation:create': byAccountRole('conversation:create'),
  'conversation:read': sees,
  'conversation:rename': byRole('conversation:rename'),
  'conversation:set-status': byRole('conversation:set-status'),
  'conversation:manage-people': byRole('conversation:manage-people'),
  'conversation:delete': byRole('conversation:delete'),
  'conversation:read-activity': byRole('conversation:read-activity'),
  'conversation:restore': owns,
}

/** What a role allows in a conversation as it stands. */
export function abilitiesIn(row: ConversationRow): ConversationAbility[] {
  return conversationAbilities[row.role].filter((ability) => judge(ability, row) === true)
}

/** Of a query over `conversations` only those the actor takes part in, and none that is deleted or whose owner is. */
export function visibleConversations(query: Knex.QueryBuilder, actor: Actor): void {
  void query
    .whereNull('conversations.deletedAt')
    .whereIn('conversations.id', (mine) =>
      mine
        .from('conversation_participants')
        .select('conversationId')
        .where({ userId: actor.kind === 'user' ? actor.userId : null }),
    )
    // Asked for each row: MySQL makes a join of `not exists`, and begins it with all accounts where they are few.
    .whereRaw('(select owner.deleted_at from users as owner where owner.id = conversations.owner_id) is null')
}
