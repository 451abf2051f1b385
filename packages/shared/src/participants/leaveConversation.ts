import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { announcePeople, findConversation } from '../conversations/index.ts'
import { ConversationParticipant } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { endGuests } from '../shares/index.ts'

/** Takes the actor out of a conversation. @throws AppError NOT_FOUND; CONFLICT for the owner */
export async function leaveConversation(ctx: Ctx, { conversationId }: { conversationId: string }): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const { role } = await findConversation(tx, conversationId, { lock: true })
    if (role === 'owner') throw new AppError('CONFLICT', 'A conversation has an owner. Hand it over first, or delete it.')
    await ConversationParticipant.with(tx).where({ conversationId, userId }).delete()
    await endGuests(tx, [userId])
    announcePeople(tx, conversationId, [userId])
  })
}
