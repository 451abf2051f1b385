import {
  conversationAbilities,
  type ConversationAbility,
  type ConversationStatus,
  type ParticipantRole,
} from '@prologue/contracts'
import type { Knex } from 'knex'
import type { Actor } from '../context.ts'

/** What only works while a conversation is active: the other abilities hold in every status. */
const needsActive: readonly ConversationAbility[] = ['prompt:create', 'draft:write']

/** What a role allows in a conversation as it stands. */
export function abilitiesIn(conversation: { status: ConversationStatus }, role: ParticipantRole): ConversationAbility[] {
  const active = conversation.status === 'active'
  return conversationAbilities[role].filter((ability) => active || !needsActive.includes(ability))
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
