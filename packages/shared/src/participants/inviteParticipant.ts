import { AppError, type inviteAnswerSchema, type inviteSchema, type ShareRole } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { addParticipant, announcePeople, findConversation } from '../conversations/index.ts'
import { ConversationParticipant, User } from '../models/index.ts'
import { notify } from '../notifications/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { inviteByMail } from '../shares/index.ts'

type Chosen = { conversationId: string; userId: string; role: ShareRole }

/**
 * Lets somebody into a conversation: who has an account and was found by name is there at once, an address is sent a link.
 * @throws AppError NOT_FOUND, FORBIDDEN; CONFLICT for somebody who was invited before
 */
export async function inviteParticipant(
  ctx: Ctx,
  input: z.infer<typeof inviteSchema>,
): Promise<z.infer<typeof inviteAnswerSchema>> {
  const { conversationId } = input
  return withTransaction(ctx, async (tx) => {
    authorize(tx.actor, 'conversation:manage-people', await findConversation(tx, conversationId, { lock: true }))
    if ('email' in input) {
      await inviteByMail(tx, input)
      return { status: 'invited' }
    }
    await addAccount(tx, input)
    return { status: 'added' }
  })
}

async function addAccount(tx: Ctx, { conversationId, userId, role }: Chosen): Promise<void> {
  const invitedBy = signedIn(tx.actor).userId
  const user = await User.with(tx).findById(userId)
  if (!user || user.role === 'guest') throw new AppError('NOT_FOUND', 'There is no such account any more. Search again.')
  const place = await ConversationParticipant.with(tx).findOne({ conversationId, userId })
  if (!place) {
    await addParticipant(tx, { conversationId, userId, role, invitedBy })
  } else if (place.shareId !== null && place.role !== 'owner') {
    // Who came by a link has a place of their own from now on.
    await ConversationParticipant.with(tx).findById(place.id).patch({ role, shareId: null, invitedBy })
  } else {
    throw new AppError('CONFLICT', 'They take part already. Change their role instead.')
  }
  await notify(tx, { userIds: [userId], kind: 'invited', conversationId, data: { role } })
  announcePeople(tx, conversationId, [userId])
}
