import { AppError, personColour, type Conversation as ConversationShape } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Draft } from '../models/index.ts'
import { abilitiesIn } from '../policies/index.ts'
import { findConversation } from './findConversation.ts'

type ParticipantRow = { id: string; name: string; role: ConversationShape['role'] }

/** One conversation with its people and what the actor may do in it. */
export async function getConversation(ctx: Ctx, { id }: { id: string }): Promise<ConversationShape> {
  const { conversation, role } = await findConversation(ctx, id)
  const draft = await Draft.with(ctx).findOne({ conversationId: id }).select('id', 'epoch')
  if (!draft) throw new AppError('NOT_FOUND')
  const people = await ctx
    .db('conversation_participants')
    .join('users', 'users.id', 'conversation_participants.userId')
    .where('conversation_participants.conversationId', id)
    .whereNull('users.deletedAt')
    .orderBy('conversation_participants.createdAt')
    .select<ParticipantRow[]>('users.id', 'users.name', 'conversation_participants.role')
  const { title, status, lastActivityAt } = conversation
  return {
    id,
    title,
    status,
    role,
    lastActivityAt,
    abilities: abilitiesIn({ conversation, role }),
    participants: people.map((person) => ({
      person: { id: person.id, name: person.name, colour: personColour(person.id) },
      role: person.role,
    })),
    draft: { id: draft.id, epoch: draft.epoch },
  }
}
