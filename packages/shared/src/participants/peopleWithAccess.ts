import type { Knex } from 'knex'

/** Who may have a conversation open now, by their ids: nobody while it is deleted. */
export async function peopleWithAccess(db: Knex, conversationId: string): Promise<Set<string>> {
  const ids = await db('conversation_participants as participant')
    .join('users', 'users.id', 'participant.userId')
    .join('conversations', 'conversations.id', 'participant.conversationId')
    .join('users as owner', 'owner.id', 'conversations.ownerId')
    .where('participant.conversationId', conversationId)
    .whereNull('users.deletedAt')
    .whereNull('conversations.deletedAt')
    .whereNull('owner.deletedAt')
    .pluck<string[]>('users.id')
  return new Set(ids)
}
