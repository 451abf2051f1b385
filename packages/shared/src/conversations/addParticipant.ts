import { AppError, limits, personColours, type ParticipantRole } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Conversation, ConversationParticipant } from '../models/index.ts'

type Added = { conversationId: string; userId: string; role: ParticipantRole; shareId?: string | null; invitedBy?: string | null }

/**
 * Makes somebody a participant, with the cursor colour that fewest there have. The conversation is locked by whoever calls.
 * @throws AppError CONFLICT where as many take part as can
 */
export async function addParticipant(tx: Ctx, { shareId = null, invitedBy = null, ...added }: Added): Promise<void> {
  const { lastActivityAt } = await Conversation.with(tx).findById(added.conversationId).throwIfNotFound()
  const others = await ConversationParticipant.with(tx).where('conversationId', added.conversationId).select('colour')
  if (others.length >= limits.participants) throw new AppError('CONFLICT', full)
  const counts = personColours.map(() => 0)
  for (const { colour } of others) counts[colour] = (counts[colour] ?? 0) + 1
  const colour = counts.indexOf(Math.min(...counts))
  await ConversationParticipant.with(tx).insert({ ...added, shareId, invitedBy, colour, lastActivityAt })
}

const full = `${limits.participants.toLocaleString('en')} people take part in this conversation, and no more can. Its owner can remove somebody.`
