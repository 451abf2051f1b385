import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { AccountInvitation } from '../models/index.ts'
import { readSettings } from '../settings/index.ts'
import { hashToken } from '../tokens.ts'
import { canonicalEmail } from './canonicalEmail.ts'
import { nobodySignsUp } from './refuseClosed.ts'

/** The same for all that a link may be: so it tells of none whether it ever was one. */
const over =
  'This invitation is not valid (any more): it is good for 7 days and for one use, and can be taken back. Ask an administrator for a new one.'

/**
 * Whom an invitation is for, for whoever has its link.
 * @throws AppError FORBIDDEN where nobody signs up; NOT_FOUND where the link is good for nothing (any more)
 */
export async function openInvitation(ctx: Ctx, { token }: { token: string }): Promise<{ email: string }> {
  const { signUp } = await readSettings(ctx)
  if (signUp === 'closed') throw nobodySignsUp()
  const { email } = await findInvitation(ctx, token)
  return { email }
}

/**
 * A condition for `whereRaw` over `account_invitations`: those that count. Whoever is an administrator no more, or locked or deleted,
 * lets nobody in any more. Asked for each row: MySQL would begin a join with all accounts.
 */
export const countsStill = `(select inviter.role from users as inviter where inviter.id = account_invitations.invited_by
  and inviter.locked_at is null and inviter.deleted_at is null) = 'admin'`

type Brought = { token: string; email: string }

/** @throws AppError NOT_FOUND where it is good for nothing (any more); FORBIDDEN where it went to another address */
export async function checkInvitation(ctx: Ctx, { token, email }: Brought): Promise<AccountInvitation> {
  const invitation = await findInvitation(ctx, token)
  if (invitation.emailCanonical !== canonicalEmail(email)) {
    throw new AppError('FORBIDDEN', 'This invitation went to another address. Sign up with the one that it was mailed to.')
  }
  return invitation
}

/** Uses an invitation up, in the transaction of the account that is made: of many who bring it at once one succeeds. */
export async function claimInvitation(tx: Ctx, brought: Brought): Promise<void> {
  const { id } = await checkInvitation(tx, brought)
  await AccountInvitation.with(tx).findById(id).delete()
}

/** Held in a transaction, so that nobody else uses it or takes it back meanwhile. */
async function findInvitation(ctx: Ctx, token: string): Promise<AccountInvitation> {
  const query = AccountInvitation.with(ctx)
    .findOne({ tokenHash: hashToken(token) })
    .where('expiresAt', '>', ctx.now())
    .whereRaw(countsStill)
  const invitation = await (ctx.db.isTransaction ? query.forUpdate() : query)
  if (!invitation) throw new AppError('NOT_FOUND', over)
  return invitation
}
