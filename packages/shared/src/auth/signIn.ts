import { AppError, type SignedInAccount, type signInSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { hasTwoFactor } from '../twoFactor/index.ts'
import { awaitsConfirmation } from './awaitsConfirmation.ts'
import { canonicalEmail } from './canonicalEmail.ts'
import { clearTries } from './lockout.ts'
import { postToken } from './postToken.ts'
import { presentAccount } from './presentAccount.ts'
import { startSession } from './startSession.ts'
import { tryPassword } from './tryPassword.ts'
import { issueToken } from './userTokens.ts'

/** `token` goes into the cookie, `challenge` back to the page: with a code of the second factor it becomes a session. */
export type SignInAnswer =
  | { status: 'signed-in'; account: SignedInAccount; token: string }
  | { status: 'second-factor'; challenge: string }

const refused = 'This address and password do not go together. Check both and try again.'
const unconfirmed = 'Confirm your address first: the link is in the mail that was sent to it.'

/**
 * Signs in with address and password. Unknown, wrong and locked answer alike and take the same time.
 * @throws AppError UNAUTHENTICATED; FORBIDDEN while the address is to be confirmed; RATE_LIMITED when too many sign in at once.
 */
export async function signIn(ctx: Ctx, input: z.infer<typeof signInSchema>): Promise<SignInAnswer> {
  const user = await User.with(ctx).findOne({ emailCanonical: canonicalEmail(input.email) })
  const right = await tryPassword(ctx, user, input.password)
  if (!user || !right) throw new AppError('UNAUTHENTICATED', refused)
  const answer = await withTransaction(ctx, async (tx): Promise<SignInAnswer | null> => {
    const account = await User.with(tx).findById(user.id).forUpdate()
    // Changed or deleted since it was judged.
    if (account?.passwordHash !== user.passwordHash) throw new AppError('UNAUTHENTICATED', refused)
    const asksCode = await hasTwoFactor(tx, user.id)
    // Else they stay counted until the code was right, or the password would buy endless tries at codes.
    if (!asksCode) await clearTries(tx, user.id)
    if (awaitsConfirmation(tx, account)) return null
    if (asksCode) {
      return { status: 'second-factor', challenge: await issueToken(tx, { userId: user.id, purpose: 'second-factor' }) }
    }
    return { status: 'signed-in', account: presentAccount(account), token: await startSession(tx, account) }
  })
  if (answer) return answer
  postToken(ctx, 'verify-email', async () => user)
  throw new AppError('FORBIDDEN', unconfirmed)
}
