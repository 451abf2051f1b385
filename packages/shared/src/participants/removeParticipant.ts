import { AppError, type participantKeySchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { announcePeople, findConversation } from '../conversations/index.ts'
import { ConversationParticipant } from '../models/index.ts'
import { notify } from '../notifications/index.ts'
import { authorize } from '../policies/index.ts'
import { endGuests } from '../shares/index.ts'
import { findPlace } from './findPlace.ts'

/** Takes somebody out of a conversation. @throws AppError NOT_FOUND, FORBIDDEN; CONFLICT for the owner */
export async function removeParticipant(ctx: Ctx, input: z.infer<typeof participantKeySchema>): Promise<void> {
  const { conversationId, userId } = input
  await withTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'conversation:manage-people', await findConversation(tx, conversationId, { lock: true }))
    const place = await findPlace(tx, input)
    if (place.role === 'owner') throw new AppError('CONFLICT', 'The owner stays. Hand the conversation over, or delete it.')
    await ConversationParticipant.with(tx).findById(place.id).delete()
    await endGuests(tx, [userId])
    await notify(tx, { userIds: [userId], kind: 'removed', conversationId })
    announcePeople(tx, conversationId, [userId])
  })
}
