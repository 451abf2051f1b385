import type { Knex } from 'knex'

/** Who is in a conversation by their ids, whatever has become of it: when it is deleted its people must hear of it, too. */
export async function participantIds(db: Knex, conversationId: string): Promise<string[]> {
  const rows = await db('conversation_participants').where({ conversationId }).select<{ userId: string }[]>('userId')
  return rows.map(({ userId }) => userId)
}
