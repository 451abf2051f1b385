import type { DraftAccess } from '@prologue/collab/server'
import { AppError, idSchema, colourIn, type ConversationStatus, type ParticipantRole } from '@prologue/contracts'
import { may, signedIn } from '../policies/index.ts'
import type { Actor } from '../context.ts'
import { translateError, type Database } from '../database/index.ts'

type Row = { role: ParticipantRole; status: ConversationStatus; colour: number }

/**
 * What an actor may do in a draft now. Asked when a draft is opened and again after each change of access.
 * @throws AppError NOT_FOUND, UNAUTHENTICATED
 */
export async function draftAccess({ knex, dialect }: Database, actor: Actor, draftId: string): Promise<DraftAccess> {
  const { userId, name, role } = signedIn(actor)
  if (!idSchema.safeParse(draftId).success) throw new AppError('NOT_FOUND')
  const query = knex('drafts')
    .join('conversations', 'conversations.id', 'drafts.conversationId')
    .join('users as owner', 'owner.id', 'conversations.ownerId')
    .join('conversation_participants as mine', 'mine.conversationId', 'conversations.id')
    .join('users as me', 'me.id', 'mine.userId')
    .where('drafts.id', draftId)
    .where('mine.userId', userId)
    .whereNull('conversations.deletedAt')
    .whereNull('owner.deletedAt')
    .whereNull('me.deletedAt')
    .first<Row | undefined>('mine.role', 'conversations.status', 'mine.colour')
  const row = await query.catch((error: unknown) => {
    throw translateError(dialect, error)
  })
  if (!row) throw new AppError('NOT_FOUND')
  return {
    person: { id: userId, name, colour: colourIn(row, userId), guest: role === 'guest' },
    role: row.role,
    canWrite: may(actor, 'draft:write', { conversation: { status: row.status }, role: row.role }),
  }
}
