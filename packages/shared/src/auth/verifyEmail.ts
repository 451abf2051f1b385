import { AppError, type verifyEmailSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { hasTwoFactor } from '../twoFactor/index.ts'
import { noTries } from './lockout.ts'
import { renewSessions } from './renewSessions.ts'
import { tryPassword } from './tryPassword.ts'
import { claimMailedToken, findToken } from './userTokens.ts'

/** `token` is the cookie's where the browser that did it is signed in to that account, else null. */
export type Redeemed = { email: string; token: string | null }

const wrong =
  'This is not the password of this account. Enter the one you signed up with, or ask for a new one: that confirms the address as well. After some wrong tries it is refused for a while.'

/**
 * Confirms an address with a mailed link and the password, so that who owns the address does not confirm an account that somebody
 * else made with it. Every session ends but that of the browser that does it, which gets a new one.
 * @throws AppError NOT_FOUND for a link that is not valid (any more), FORBIDDEN for a wrong password, which counts as a try;
 * RATE_LIMITED when too many sign in at once.
 */
export async function verifyEmail(ctx: Ctx, { token, password }: z.infer<typeof verifyEmailSchema>): Promise<Redeemed> {
  const { userId } = await findToken(ctx, token, 'verify-email')
  const judged = await User.with(ctx).findById(userId)
  if (!judged) throw new AppError('NOT_FOUND')
  if (!(await tryPassword(ctx, judged, password))) throw new AppError('FORBIDDEN', wrong)
  return withTransaction(ctx, async (tx) => {
    const user = await User.with(tx).findById(userId).forUpdate()
    // Changed, or signed up anew by somebody else, since it was judged.
    if (user?.passwordHash !== judged.passwordHash) throw new AppError('FORBIDDEN', wrong)
    await claimMailedToken(tx, token, { purpose: 'verify-email', user })
    const cleared = (await hasTwoFactor(tx, userId)) ? {} : noTries
    await User.with(tx)
      .findById(userId)
      .patch({ emailVerifiedAt: tx.now(), ...cleared })
    return { email: user.email, token: await renewSessions(tx, userId) }
  })
}
