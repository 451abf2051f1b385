import { AppError, weakerRole } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { addParticipant } from '../conversations/index.ts'
import { ConversationParticipant, ConversationShare } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { endGuestBy } from '../sessions/index.ts'
import type { LiveShare } from './findLiveShare.ts'

/**
 * Gives the actor what a link opens, and uses the link once where that is more than they had. Who came by a weaker one gets the
 * stronger role; who was let in otherwise keeps theirs, so that withdrawing a link takes nothing from them. An invitation is for one
 * person: it is used up by who is in already, too, and gives them the stronger role, whichever way they came. The conversation is
 * locked by whoever calls, and the link was judged under the lock.
 */
export async function takePlace(tx: Ctx, { share, conversation, role, mine }: LiveShare): Promise<void> {
  const { userId } = signedIn(tx.actor)
  const conversationId = conversation.id
  if (!mine) {
    await useOnce(tx, share)
    await addParticipant(tx, { conversationId, userId, role, shareId: share.id, invitedBy: share.createdBy })
  } else {
    const invited = share.email !== null
    const raised = mine.role !== role && weakerRole(mine.role, role) === mine.role && (invited || mine.shareId !== null)
    if (invited || raised) await useOnce(tx, share)
    if (!raised) return
    // A place of one's own stays that.
    const shareId = mine.shareId === null ? null : share.id
    await ConversationParticipant.with(tx).findById(mine.id).patch({ role, shareId })
  }
  if (tx.actor.kind === 'user' && tx.actor.role === 'guest') await endGuestBy(tx, tx.actor, share.expiresAt)
  tx.afterCommit(() => {
    const { access, rooms } = tx.services
    rooms.conversationChanged(conversationId)
    access.conversationChanged(conversationId)
    rooms.listChanged([userId], conversationId)
  })
}

/** One statement judges and counts, so that no two share the last use. An invitation that was accepted needs its address no more. */
async function useOnce(tx: Ctx, { id }: ConversationShare): Promise<void> {
  const used = await tx
    .db('conversation_shares')
    .where({ id })
    .where((left) => left.whereNull('maxUses').orWhereRaw('uses < max_uses'))
    .increment('uses', 1)
  if (used === 0) throw new AppError('NOT_FOUND', 'This link was used up at this moment. Ask for a new one.')
  await ConversationShare.with(tx).findById(id).whereNotNull('email').patch({ email: null, emailCanonical: null })
}
