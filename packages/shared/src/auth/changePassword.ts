import { AppError, type changePasswordSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { recentlyConfirmed, signedIn } from '../policies/index.ts'
import { replaceSessions } from '../sessions/index.ts'
import { hasTwoFactor } from '../twoFactor/index.ts'
import { refuseCommonPassword } from './commonPasswords.ts'
import { noTries } from './lockout.ts'
import { passwordChangedMail } from './mails.ts'
import { hashPassword } from './passwords.ts'
import { tryPassword } from './tryPassword.ts'
import { voidTokens } from './userTokens.ts'

/**
 * Sets a new password for who knows the current one, which counts as a try to sign in. Every token is void, and every session
 * ends but the caller's, who gets a new one: answers its token for the cookie. With a second factor the password is not enough.
 * @throws AppError UNAUTHENTICATED, CONFIRM_IDENTITY, FORBIDDEN for a wrong password, VALIDATION for a common one.
 */
export async function changePassword(
  ctx: Ctx,
  { currentPassword, password }: z.infer<typeof changePasswordSchema>,
): Promise<{ token: string }> {
  const actor = signedIn(ctx.actor)
  const asksCode = await hasTwoFactor(ctx, actor.userId)
  if (asksCode) recentlyConfirmed(actor, ctx.now())
  const before = await User.with(ctx).findById(actor.userId).throwIfNotFound()
  refuseCommonPassword(password, [before.name, before.email])
  if (!(await tryPassword(ctx, before, currentPassword))) {
    throw new AppError('FORBIDDEN', 'This is not your current password. After some wrong tries it is refused for a while.')
  }
  const passwordHash = await hashPassword(password)
  return withTransaction(ctx, async (tx) => {
    const user = await User.with(tx).findById(actor.userId).forUpdate()
    if (user?.passwordHash !== before.passwordHash) throw new AppError('CONFLICT')
    // With a second factor wrong tries may be those at codes, which the password does not make good.
    await User.with(tx)
      .findById(user.id)
      .patch({ passwordHash, ...(!asksCode && noTries) })
    await voidTokens(tx, user.id)
    tx.afterCommit(() => tx.services.mail.post(async () => passwordChangedMail(tx, user)))
    return { token: await replaceSessions(tx, actor) }
  })
}
