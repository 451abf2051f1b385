import type { ShareRole } from '@prologue/contracts'
import { canonicalEmail } from '../auth/index.ts'
import { outsideTransaction, withTransaction, type Ctx } from '../context.ts'
import { composeMail, type Mail } from '../mail/index.ts'
import { ConversationShare, Notification, User } from '../models/index.ts'
import { notify } from '../notifications/index.ts'
import { signedIn } from '../policies/index.ts'
import { endShares } from './endAccess.ts'
import { insertShare } from './insertShare.ts'

type Invited = { conversationId: string; email: string; role: ShareRole }

/** How long an invitation waits, in days. */
const invitationDays = 30

/**
 * Sends an address a link for one use. It takes the place of one that waits already. Whether the address has an account is looked
 * up once this has been answered, so that the answer and its time tell nobody.
 */
export async function inviteByMail(tx: Ctx, { conversationId, email, role }: Invited): Promise<void> {
  const actor = signedIn(tx.actor)
  const emailCanonical = canonicalEmail(email)
  const waiting = await ConversationShare.with(tx).where({ conversationId, emailCanonical }).select('id')
  const replaced = waiting.map(({ id }) => id)
  await endShares(tx, replaced)
  const invitation = { conversationId, role, days: invitationDays, maxUses: 1, email, emailCanonical }
  const { share, url } = await insertShare(tx, invitation)
  tx.afterCommit(() => {
    const later = outsideTransaction(tx)
    tx.services.mail.post(async () => {
      await tellAccount(later, { share, replaced })
      const { allowed } = await tx.services.rates.take('invitation-mail', emailCanonical)
      return allowed ? invitationMail({ email, url, from: actor.name }) : null
    })
  })
}

/** Whoever has confirmed the address finds the invitation in the page as well, and there no more those it took the place of. */
async function tellAccount(ctx: Ctx, { share, replaced }: { share: ConversationShare; replaced: string[] }): Promise<void> {
  const { id, conversationId, role, emailCanonical } = share
  const user = await User.with(ctx).findOne({ emailCanonical }).whereNotNull('emailVerifiedAt')
  if (!user) return
  await withTransaction(ctx, async (tx) => {
    const notices = await Notification.with(tx).where({ userId: user.id, kind: 'invited', conversationId })
    const old = notices.filter(({ data }) => data.shareId !== undefined && replaced.includes(data.shareId))
    await Notification.with(tx)
      .findByIds(old.map((notice) => notice.id))
      .delete()
    await notify(tx, { userIds: [user.id], kind: 'invited', conversationId, data: { role, shareId: id }, mail: false })
  })
}

/** Names who invites and nothing else that people write: else anybody could write what they like to strangers. */
function invitationMail({ email, url, from }: { email: string; url: string; from: string }): Mail {
  return composeMail({
    to: { email },
    subject: 'You are invited to a conversation',
    before: ['Hello,', `${from} invites you to work on a prompt together, on Prologue.`],
    link: { label: 'Open the conversation', url },
    after: [
      `The link is good for one person and for ${invitationDays} days.`,
      'Do you not know who this is? Then do nothing: this address is used for nothing else.',
    ],
  })
}
