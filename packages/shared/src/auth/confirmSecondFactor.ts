import { AppError, type Account, type confirmSecondFactorSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { spendCode } from '../twoFactor/index.ts'
import { clearTries, countTry } from './lockout.ts'
import { presentAccount } from './presentAccount.ts'
import { startSession } from './startSession.ts'
import { refuseTry } from './tryPassword.ts'
import { claimToken, lookAtToken } from './userTokens.ts'

/** The same where there were too many tries: what is right then is not looked at. */
const wrong = 'This code is not right. Wait for the next one and try again; after several tries wait some minutes.'

/**
 * The second half of signing in. A wrong code leaves the challenge as it is; tries count as those of a password do.
 * @throws AppError UNAUTHENTICATED for a wrong code; NOT_FOUND where the challenge is used up or too old.
 */
export async function confirmSecondFactor(
  ctx: Ctx,
  { challenge, code }: z.infer<typeof confirmSecondFactorSchema>,
): Promise<{ account: Account; token: string }> {
  const { userId } = await lookAtToken(ctx, challenge, 'second-factor')
  const counted = await withTransaction(ctx, (tx) => countTry(tx, userId))
  const signedIn = counted && (await withTransaction(ctx, (tx) => spend(tx, userId, challenge, code)))
  if (signedIn) return signedIn
  await refuseTry(ctx, await User.query(ctx.db).findById(userId), counted)
  throw new AppError('UNAUTHENTICATED', wrong)
}

/** Code and challenge are spent together with what they open, or not at all. Null for a wrong code. */
async function spend(tx: Ctx, userId: string, challenge: string, code: string) {
  const user = await User.with(tx).findById(userId)
  const factor = user && (await spendCode(tx, userId, code))
  if (!user || !factor) return null
  await claimToken(tx, challenge, 'second-factor')
  await clearTries(tx, userId)
  return { account: presentAccount(user), token: await startSession(tx, user) }
}
