import { AppError, type SignedInAccount, type confirmSecondFactorSchema } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { presentAccount } from './presentAccount.ts'
import { startSession } from './startSession.ts'
import { tryCode } from './tryCode.ts'
import { claimToken, findToken } from './userTokens.ts'

/** The same where there were too many tries: what is right then is not looked at. */
const wrong = 'This code is not right. Wait for the next one and try again; after several tries wait some minutes.'

/**
 * The second half of signing in. A wrong code leaves the challenge as it is; tries count as those of a password do.
 * @throws AppError UNAUTHENTICATED for a wrong code, and where the challenge is used up or too old.
 */
export async function confirmSecondFactor(
  ctx: Ctx,
  { challenge, code }: z.infer<typeof confirmSecondFactorSchema>,
): Promise<{ account: SignedInAccount; token: string }> {
  const { userId } = await findToken(ctx, challenge, 'second-factor')
  const signedIn = await tryCode(ctx, { userId, code }, async (tx, factor) => {
    const user = await User.with(tx).findById(userId).forUpdate()
    if (!user) throw new AppError('UNAUTHENTICATED', wrong)
    await claimToken(tx, challenge, 'second-factor')
    return { account: presentAccount(user), token: await startSession(tx, user, factor) }
  })
  if (!signedIn) throw new AppError('UNAUTHENTICATED', wrong)
  return signedIn
}
