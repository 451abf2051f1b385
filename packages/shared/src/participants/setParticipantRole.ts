import { AppError, type setParticipantRoleSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { announcePeople, findConversation } from '../conversations/index.ts'
import { ConversationParticipant } from '../models/index.ts'
import { notify } from '../notifications/index.ts'
import { authorize } from '../policies/index.ts'
import { findPlace } from './findPlace.ts'

/** Gives somebody another role. @throws AppError NOT_FOUND, FORBIDDEN; CONFLICT for the owner */
export async function setParticipantRole(ctx: Ctx, input: z.infer<typeof setParticipantRoleSchema>): Promise<void> {
  const { conversationId, userId, role } = input
  await withTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'conversation:manage-people', await findConversation(tx, conversationId, { lock: true }))
    const place = await findPlace(tx, input)
    if (place.role === 'owner') throw new AppError('CONFLICT', 'The owner stays owner. Hand the conversation over first.')
    if (place.role === role) return
    await ConversationParticipant.with(tx).findById(place.id).patch({ role })
    await notify(tx, { userIds: [userId], kind: 'role-changed', conversationId, data: { role } })
    announcePeople(tx, conversationId, [userId])
  })
}
