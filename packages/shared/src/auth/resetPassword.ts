import { AppError, type resetPasswordSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { endSessions } from '../sessions/index.ts'
import { removeTwoFactor } from '../twoFactor/index.ts'
import { awaitsConfirmation } from './awaitsConfirmation.ts'
import { refuseCommonPassword } from './commonPasswords.ts'
import { noTries } from './lockout.ts'
import { passwordChangedMail } from './mails.ts'
import { hashPassword } from './passwords.ts'
import { claimMailedToken, findToken, voidTokens } from './userTokens.ts'

/**
 * Sets a new password with a mailed link, also while the account is locked, which ends. Every session ends and every
 * token is void. Where mail goes out the address is proved by it, and a second
 * factor from before that is gone.
 * @throws AppError NOT_FOUND for a link that is not valid (any more), VALIDATION for a common password.
 */
export async function resetPassword(ctx: Ctx, { token, password }: z.infer<typeof resetPasswordSchema>): Promise<void> {
  // Before anything is hashed: made-up links are to cost nothing.
  const { userId } = await findToken(ctx, token, 'reset-password')
  const owner = await User.with(ctx).findById(userId)
  refuseCommonPassword(password, owner ? [owner.name, owner.email] : [])
  const passwordHash = await hashPassword(password)
  await withTransaction(ctx, async (tx) => {
    const user = await User.with(tx).findById(userId).forUpdate()
    if (!user) throw new AppError('NOT_FOUND')
    await claimMailedToken(tx, token, { purpose: 'reset-password', user })
    // Whoever set it up has never shown that the address is theirs.
    if (awaitsConfirmation(tx, user)) await removeTwoFactor(tx, userId)
    const emailVerifiedAt = user.emailVerifiedAt ?? (tx.services.mail.sends ? tx.now() : null)
    await User.with(tx)
      .findById(userId)
      .patch({ passwordHash, ...noTries, emailVerifiedAt })
    await voidTokens(tx, userId)
    await endSessions(tx, userId)
    tx.afterCommit(() => tx.services.mail.post(async () => passwordChangedMail(tx, user)))
  })
}
