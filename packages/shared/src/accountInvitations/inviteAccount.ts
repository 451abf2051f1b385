import { AppError, type inviteAccountSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { canonicalEmail, givesWay } from '../auth/index.ts'
import { withTransaction, type Ctx } from '../context.ts'
import { composeMail, type Mail } from '../mail/index.ts'
import { AccountInvitation, User } from '../models/index.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'
import { takeOrRefuse } from '../rates/index.ts'
import { readSettings } from '../settings/index.ts'
import { hashToken, makeToken } from '../tokens.ts'

/** For how long an invitation is good. */
const days = 7

/**
 * Mails somebody the link to an account of their own, good once. It takes the place of one that waits for the same address.
 * @throws AppError UNAUTHENTICATED, FORBIDDEN, CONFIRM_IDENTITY, RATE_LIMITED; CONFLICT where the address has an account, and where
 * nobody signs up
 */
export async function inviteAccount(ctx: Ctx, { email }: z.infer<typeof inviteAccountSchema>): Promise<void> {
  authorize(ctx.actor, 'user:invite')
  const { userId, name } = recentlyConfirmed(ctx.actor, ctx.now())
  const emailCanonical = canonicalEmail(email)
  const { signUp } = await readSettings(ctx)
  if (signUp === 'closed') {
    throw new AppError('CONFLICT', 'Sign-up is closed, for who is invited as well. Change that under Settings first.')
  }
  await refuseTaken(ctx, emailCanonical)
  await takeOrRefuse(ctx, 'invitation-mail', emailCanonical)
  const token = makeToken()
  await withTransaction(ctx, async (tx) => {
    await AccountInvitation.with(tx).where({ emailCanonical }).delete()
    const expiresAt = new Date(tx.now().getTime() + days * 86_400_000)
    const made = { invitedBy: userId, email, emailCanonical, tokenHash: hashToken(token), expiresAt }
    await AccountInvitation.with(tx).insert(made)
    tx.afterCommit(() => tx.services.mail.post(async () => invitationMail(tx, { to: email, from: name, token })))
  })
}

async function refuseTaken(ctx: Ctx, emailCanonical: string): Promise<void> {
  const taken = await User.with(ctx).context({ withDeleted: true }).findOne({ emailCanonical })
  // Who signed up with an address that is not theirs keeps nobody from being invited.
  if (!taken || (await givesWay(ctx, taken))) return
  throw new AppError(
    'CONFLICT',
    taken.deletedAt === null
      ? 'There is an account with this address already.'
      : 'The account with this address was deleted. Bring it back, or erase it first.',
  )
}

/** Names who invites and nothing else that people write. */
function invitationMail({ services }: Ctx, { to, from, token }: { to: string; from: string; token: string }): Mail {
  return composeMail({
    to: { email: to },
    subject: 'You are invited to Prologue',
    before: ['Hello,', `${from} invites you to make an account on Prologue, where people write system prompts together.`],
    link: { label: 'Make your account', url: `${services.publicUrl}/signup?by=invitation#${token}` },
    after: [
      `The link is good for ${days} days, for one use, and for this address alone.`,
      'Do you not know who this is? Then do nothing: no account is made.',
    ],
  })
}
