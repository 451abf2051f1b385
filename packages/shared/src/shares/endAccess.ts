import { weakerRole, type ParticipantRole } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { ConversationParticipant, ConversationShare, User } from '../models/index.ts'
import { endSessions } from '../sessions/index.ts'

type Maker = { conversationId: string; userId: string }

/** Ends links, if they have not ended yet. Their addresses are needed no more. */
export async function endShares(tx: Ctx, ids: readonly string[]): Promise<void> {
  await ConversationShare.with(tx)
    .findByIds([...ids])
    .whereNull('revokedAt')
    .patch({ revokedAt: tx.now() })
  await ConversationShare.with(tx)
    .findByIds([...ids])
    .whereNotNull('email')
    .patch({ email: null, emailCanonical: null })
}

/** The links that somebody made in a conversation. */
export async function sharesOf(tx: Ctx, { conversationId, userId }: Maker): Promise<string[]> {
  const shares = await ConversationShare.with(tx).where({ conversationId, createdBy: userId }).select('id')
  return shares.map(({ id }) => id)
}

/** Takes away the places of everybody who came by these links. Answers whose they were. */
export async function removeWhoCameBy(tx: Ctx, shareIds: readonly string[]): Promise<string[]> {
  const came = await ConversationParticipant.with(tx)
    .whereIn('shareId', [...shareIds])
    .select('userId')
  await ConversationParticipant.with(tx)
    .whereIn('shareId', [...shareIds])
    .delete()
  const userIds = came.map(({ userId }) => userId)
  await endGuests(tx, userIds)
  return userIds
}

/** Nobody who came by somebody's link has more than its maker has now. Answers whose roles that changed. */
export async function shrinkWhoCameBy(tx: Ctx, maker: Maker, role: ParticipantRole): Promise<string[]> {
  const came = await ConversationParticipant.with(tx).whereIn('shareId', await sharesOf(tx, maker))
  const stronger = came.filter((place) => weakerRole(place.role, role) !== place.role)
  for (const { id } of stronger) await ConversationParticipant.with(tx).findById(id).patch({ role })
  return stronger.map(({ userId }) => userId)
}

/**
 * A guest is somebody only where a link let them in: without any place left they are deleted as an account is, and erased with the
 * next purge.
 */
export async function endGuests(tx: Ctx, userIds: readonly string[]): Promise<void> {
  const guests = await User.with(tx)
    .findByIds([...userIds])
    .where({ role: 'guest' })
    .select('id')
  for (const { id } of guests) {
    // One in a conversation that may come back is one.
    const place = await ConversationParticipant.with(tx).context({ withDeleted: true }).findOne({ userId: id }).select('id')
    if (place) continue
    await User.with(tx).findById(id).patch({ deletedAt: tx.now() })
    await endSessions(tx, id)
  }
}
