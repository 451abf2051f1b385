import { AppError, type ConversationAbility, type ConversationStatus, type ParticipantRole } from '@prologue/contracts'
import type { Actor } from '../context.ts'
import { abilitiesIn } from './conversations.ts'

type Place = { conversation: { status: ConversationStatus; title: string }; role: ParticipantRole }

/** @throws AppError FORBIDDEN, with the reason where it is the conversation's state and not the role. */
export function authorize(ability: ConversationAbility, { conversation, role }: Place): void {
  if (abilitiesIn(conversation, role).includes(ability)) return
  if (abilitiesIn({ status: 'active' }, role).includes(ability)) {
    throw new AppError('FORBIDDEN', `This conversation is ${conversation.status}. Make it active again to go on.`)
  }
  throw new AppError('FORBIDDEN')
}

/** The signed-in person. @throws AppError UNAUTHENTICATED */
export function signedIn(actor: Actor): Extract<Actor, { kind: 'user' }> {
  if (actor.kind !== 'user') throw new AppError('UNAUTHENTICATED')
  return actor
}
