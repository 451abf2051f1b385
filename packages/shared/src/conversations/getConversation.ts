import { colourIn, type Conversation as ConversationShape, type UserRole } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { abilitiesIn, signedIn } from '../policies/index.ts'
import { draftOf } from './draftOf.ts'
import { findConversation } from './findConversation.ts'
import { ownMarks } from './ownMarks.ts'

type ParticipantRow = { id: string; name: string; colour: number; account: UserRole; role: ConversationShape['role'] }

/** One conversation with its people and what the actor may do in it. */
export async function getConversation(ctx: Ctx, { id }: { id: string }): Promise<ConversationShape> {
  const { conversation, role } = await findConversation(ctx, id)
  const draft = await draftOf(ctx, id)
  const people = await ctx
    .db('conversation_participants as place')
    .join('users', 'users.id', 'place.userId')
    .where('place.conversationId', id)
    .whereNull('users.deletedAt')
    .orderBy('place.createdAt')
    .select<ParticipantRow[]>('users.id', 'users.name', 'users.role as account', 'place.colour', 'place.role')
  const { title, status, lastActivityAt } = conversation
  const marksOf = await ownMarks(ctx, signedIn(ctx.actor).userId, [conversation])
  return {
    id,
    title,
    status,
    role,
    lastActivityAt,
    ...marksOf(id),
    abilities: abilitiesIn({ conversation, role }),
    participants: people.map((person) => ({
      person: { id: person.id, name: person.name, colour: colourIn(person, person.id), guest: person.account === 'guest' },
      role: person.role,
    })),
    draft: { id: draft.id, epoch: draft.epoch },
    totals: {
      tokensIn: conversation.tokensIn,
      tokensOut: conversation.tokensOut,
      costMicroUsd: conversation.costMicroUsd,
      costUnknown: conversation.costUnknown,
    },
  }
}
