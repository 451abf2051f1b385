import { AppError, limits, type deleteAccountSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { canonicalEmail, noTries, tryPassword } from '../auth/index.ts'
import { withTransaction, type Ctx } from '../context.ts'
import { composeMail } from '../mail/index.ts'
import { User } from '../models/index.ts'
import { recentlyConfirmed, withAccount } from '../policies/index.ts'
import { endSessions } from '../sessions/index.ts'
import { hasTwoFactor } from '../twoFactor/index.ts'
import { lockAdmins } from './lockAdmins.ts'

/**
 * Deletes the caller's account for who types its address and knows its password, which counts as a try to sign in: they are signed
 * out everywhere, and what it owns is hidden. It is erased by the purge; until then an administrator can bring it back.
 * @throws AppError UNAUTHENTICATED, CONFIRM_IDENTITY, VALIDATION for another address, FORBIDDEN for a wrong password; CONFLICT for
 * the only administrator.
 */
export async function deleteOwnAccount(ctx: Ctx, { email, password }: z.infer<typeof deleteAccountSchema>): Promise<void> {
  const actor = withAccount(ctx.actor)
  const asksCode = await hasTwoFactor(ctx, actor.userId)
  if (asksCode) recentlyConfirmed(actor, ctx.now())
  const before = await User.with(ctx).findById(actor.userId).throwIfNotFound()
  if (canonicalEmail(email) !== before.emailCanonical) {
    throw new AppError('VALIDATION', 'This is not the address of your account. Type it as it stands in your profile.')
  }
  if (!(await tryPassword(ctx, before, password))) {
    throw new AppError('FORBIDDEN', 'This is not your password. After some wrong tries it is refused for a while.')
  }
  await withTransaction(ctx, async (tx) => {
    await lockAdmins(tx, actor.userId)
    const user = await User.with(tx).findById(actor.userId).forUpdate()
    if (user?.passwordHash !== before.passwordHash) throw new AppError('CONFLICT')
    const deletedAt = tx.now()
    // With a second factor wrong tries may be those at codes, which the password does not make good.
    await User.with(tx)
      .findById(user.id)
      .patch({ deletedAt, ...(!asksCode && noTries) })
    await endSessions(tx, user.id)
    tx.afterCommit(() => {
      tx.services.access.accountChanged(user.id)
      tx.services.mail.post(async () => deletedMail(user))
    })
  })
}

function deletedMail(user: User) {
  return composeMail({
    to: user,
    subject: 'Your account is deleted',
    before: [
      'Hello,',
      `your account on Prologue is deleted, as somebody asked who is signed in with it and knows its password. What it owns is hidden, and in ${limits.daysDeleted} days all of it is gone for good.`,
      'Was it not you, or did you think better of it? Until then an administrator of this Prologue can bring it back.',
    ],
  })
}
