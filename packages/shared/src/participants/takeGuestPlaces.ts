import { weakerRole } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { announcePeople } from '../conversations/index.ts'
import { Conversation, ConversationParticipant } from '../models/index.ts'
import { endGuests } from '../shares/index.ts'

/**
 * Who was a guest in this browser and signs in has the guest's places from then on, as if they had followed the links themselves,
 * which may be used up by now. The guest ends. What the guest wrote stays the guest's.
 */
export async function takeGuestPlaces(ctx: Ctx, userId: string): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'user' || actor.role !== 'guest') return
  const guestId = actor.userId
  await withTransaction(ctx, async (tx) => {
    const rooms = await places(tx).where({ userId: guestId }).orderBy('conversationId').select('conversationId')
    for (const { conversationId } of rooms) await takeOne(tx, { conversationId, guestId, userId })
    await endGuests(tx, [guestId])
  })
}

/** Those in conversations that may come back, too. */
const everything = { withDeleted: true }
const places = (tx: Ctx) => ConversationParticipant.with(tx).context(everything)

type Taken = { conversationId: string; guestId: string; userId: string }

async function takeOne(tx: Ctx, { conversationId, guestId, userId }: Taken): Promise<void> {
  await Conversation.with(tx).context(everything).findById(conversationId).forUpdate()
  const theirs = await places(tx).findOne({ conversationId, userId: guestId })
  // Removed at this moment.
  if (!theirs) return
  const mine = await places(tx).findOne({ conversationId, userId })
  if (mine) {
    await places(tx).findById(theirs.id).delete()
    const { role, shareId } = theirs
    // Who was let in by name keeps the role they were given.
    const stronger = mine.role !== role && weakerRole(mine.role, role) === mine.role
    if (mine.shareId !== null && stronger) await places(tx).findById(mine.id).patch({ role, shareId })
  } else await places(tx).findById(theirs.id).patch({ userId })
  announcePeople(tx, conversationId, [guestId, userId])
}
