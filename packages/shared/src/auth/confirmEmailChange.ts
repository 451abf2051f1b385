import { AppError, type redeemTokenSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { canonicalEmail } from './canonicalEmail.ts'
import { emailChangedMail } from './mails.ts'
import { renewSessions } from './renewSessions.ts'
import { claimToken, findToken, voidTokens } from './userTokens.ts'
import type { Redeemed } from './verifyEmail.ts'

/**
 * Makes the address that a mailed link was sent to the account's; the one of before is told. Every token is void, and every
 * session ends but that of the browser that does it, which gets a new one.
 * @throws AppError NOT_FOUND for a link that is not valid (any more), CONFLICT where the address was taken meanwhile.
 */
export async function confirmEmailChange(ctx: Ctx, input: z.infer<typeof redeemTokenSchema>): Promise<Redeemed> {
  const { userId, email } = await findToken(ctx, input.token, 'change-email')
  return withTransaction(ctx, async (tx) => {
    const user = await User.with(tx).findById(userId).forUpdate()
    if (!user || email === null) throw new AppError('NOT_FOUND')
    await claimToken(tx, input.token, 'change-email')
    const emailCanonical = canonicalEmail(email)
    const taken = await User.with(tx).context({ withDeleted: true }).findOne({ emailCanonical })
    if (taken) throw new AppError('CONFLICT', 'This address has an account by now. Choose another one.')
    await User.with(tx).findById(userId).patch({ email, emailCanonical, emailVerifiedAt: tx.now() })
    await voidTokens(tx, userId)
    tx.afterCommit(() => tx.services.mail.post(async () => emailChangedMail(user)))
    return { email, token: await renewSessions(tx, userId) }
  })
}
