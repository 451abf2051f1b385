import { noTries } from '../auth/index.ts'
import type { Ctx } from '../context.ts'
import { removeDataExports } from '../dataExports/index.ts'
import {
  AccountInvitation,
  ConversationParticipant,
  ConversationShare,
  recordEvent,
  TemplateFavourite,
  TemplateOffer,
  TemplateRating,
  TemplateReport,
  User,
} from '../models/index.ts'
import { endSessions } from '../sessions/index.ts'

const everything = { withDeleted: true }

/** What belongs to the account alone. */
const belongings = [
  'oauth_accounts',
  'user_tokens',
  'user_totp',
  'user_recovery_codes',
  'user_passkeys',
  'notifications',
  'api_keys',
  'organization_members',
  'template_removed_reviews',
]

/** Takes from an account everything that tells who it was. Within the caller's transaction, which holds the row locked. */
export async function eraseAccount(tx: Ctx, user: User): Promise<void> {
  const { id: userId } = user
  const places = await ConversationParticipant.with(tx).context(everything).where({ userId }).select('conversationId')
  const conversationIds = places.map(({ conversationId }) => conversationId)
  await forgetInvitations(tx, user)
  // What has no audit of its own is counted in that of the erasure.
  const removed: Record<string, number> = {}
  for (const table of belongings) removed[table] = await tx.db(table).where({ userId }).delete()
  removed['mail_outbox'] = await forgetMailsTo(tx, user)
  removed['data_exports'] = await removeDataExports(tx, userId)
  await endSessions(tx, userId)
  await TemplateRating.with(tx).where({ userId }).whereNotNull('review').patch({ review: null })
  // What others reported of their words stays for moderators, without the words.
  const ratings = TemplateRating.with(tx).where({ userId }).select('id')
  await TemplateReport.with(tx).whereIn('ratingId', ratings).whereNotNull('reportedReview').patch({ reportedReview: null })
  // What they reported stays for moderators, without their words.
  await TemplateReport.with(tx).where({ reporterId: userId }).whereNot('details', '').patch({ details: '' })
  await TemplateFavourite.with(tx).where({ userId }).delete()
  await TemplateOffer.with(tx).where({ offeredTo: userId }).delete()
  await ConversationParticipant.with(tx).context(everything).where({ userId }).delete()

  const address = `${userId}@erased.invalid`
  await User.with(tx)
    .context(everything)
    .findById(userId)
    .patch({
      name: 'Deleted user',
      email: address,
      emailCanonical: address,
      emailVerifiedAt: null,
      passwordHash: '',
      role: 'user',
      ...noTries,
      lockedAt: null,
      lockReason: null,
      preferences: {},
      erasedAt: tx.now(),
      deletedAt: user.deletedAt ?? tx.now(),
    })
  await recordEvent(tx, { action: 'erase', entityType: 'users', entityId: userId, metadata: { removed } })
  tx.afterCommit(() => {
    tx.services.access.accountChanged(userId)
    for (const id of conversationIds) tx.services.rooms.conversationChanged(id)
  })
}

/** Invitations to their address end, and nothing tells whose it was. */
async function forgetInvitations(tx: Ctx, { emailCanonical }: User): Promise<void> {
  await AccountInvitation.with(tx).where({ emailCanonical }).delete()
  const forgotten = { email: null, emailCanonical: null, revokedAt: tx.now() }
  await ConversationShare.with(tx).context(everything).where({ emailCanonical }).patch(forgotten)
}

/** Those that went to them wherever they went, and those that others sent to their address, as they typed it. */
function forgetMailsTo(tx: Ctx, { id: userId, emailCanonical }: User): Promise<number> {
  return tx.db('mail_outbox').where({ userId }).orWhereRaw('lower(recipient) = ?', [emailCanonical]).delete()
}
