import { AppError, type participantKeySchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { announcePeople, findConversation } from '../conversations/index.ts'
import { Conversation, ConversationParticipant, ConversationShare, User } from '../models/index.ts'
import { notify } from '../notifications/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findPlace } from './findPlace.ts'

/**
 * Makes another participant the owner; who was it becomes an editor. The links go with the conversation, so that who came by them
 * stays whatever becomes of the former owner.
 * @throws AppError NOT_FOUND, FORBIDDEN; CONFLICT for a guest
 */
export async function handOver(ctx: Ctx, input: z.infer<typeof participantKeySchema>): Promise<void> {
  const { conversationId, userId } = input
  const actor = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    authorize(actor, 'conversation:manage-people', await findConversation(tx, conversationId, { lock: true }))
    const place = await findPlace(tx, input)
    if (place.role === 'owner') return
    // Locked: an account that is deleted at this moment would take the conversation with it.
    const user = await User.with(tx).findById(userId).forUpdate()
    if (!user || user.role === 'guest') {
      throw new AppError('CONFLICT', 'Guests have no account to own a conversation with. Choose somebody who has one.')
    }
    await Conversation.with(tx).findById(conversationId).patch({ ownerId: userId })
    await ConversationParticipant.with(tx).where({ conversationId, userId: actor.userId }).patch({ role: 'editor' })
    await ConversationShare.with(tx).where({ conversationId }).whereNull('revokedAt').patch({ createdBy: userId })
    // No link brought them where they are now, and the end of none takes it from them.
    await ConversationParticipant.with(tx).findById(place.id).patch({ role: 'owner', shareId: null })
    await notify(tx, { userIds: [userId], kind: 'handed-over', conversationId, data: { role: 'owner' } })
    announcePeople(tx, conversationId, [userId, actor.userId])
  })
}
