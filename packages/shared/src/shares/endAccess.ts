import type { Ctx } from '../context.ts'
import { ConversationParticipant, ConversationShare, User } from '../models/index.ts'
import { endSessions } from '../sessions/index.ts'

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

/**
 * A guest is somebody only where a link let them in: without any place left they are deleted as an account is, and erased after
 * as many days.
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
