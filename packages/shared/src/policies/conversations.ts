import {
  conversationAbilities,
  type ConversationAbility,
  type ConversationStatus,
  type ParticipantRole,
} from '@prologue/contracts'

/** What only works while a conversation is active: the other abilities hold in every status. */
const needsActive: readonly ConversationAbility[] = ['prompt:create', 'draft:write']

/** What a role allows in a conversation as it stands. */
export function abilitiesIn(conversation: { status: ConversationStatus }, role: ParticipantRole): ConversationAbility[] {
  const active = conversation.status === 'active'
  return conversationAbilities[role].filter((ability) => active || !needsActive.includes(ability))
}
