import { colourIn, type Person, type UserRole } from '@prologue/contracts'
import type { Ctx } from '../context.ts'

type Row = { id: string; name: string; role: UserRole; colour: number | null }

/**
 * People as a conversation shows them, by their ids: who left or whose account is deleted is still named, where they wrote.
 * Whoever calls has found the conversation.
 */
export async function peopleOf(ctx: Ctx, conversationId: string, userIds: Iterable<string>): Promise<Map<string, Person>> {
  const rows = await ctx
    .db('users')
    .leftJoin('conversation_participants as place', (join) =>
      join.on('place.userId', 'users.id').andOnVal('place.conversationId', conversationId),
    )
    .whereIn('users.id', [...new Set(userIds)])
    .select<Row[]>('users.id', 'users.name', 'users.role', 'place.colour')
  return new Map(
    rows.map(({ id, name, role, colour }) => [
      id,
      { id, name, colour: colourIn(colour === null ? null : { colour }, id), guest: role === 'guest' },
    ]),
  )
}
