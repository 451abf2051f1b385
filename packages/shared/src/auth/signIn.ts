import { AppError, type Account, type signInSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { recordEvent, User } from '../models/index.ts'
import { canonicalEmail } from './canonicalEmail.ts'
import { startSession } from './startSession.ts'
import { verifyPassword } from './passwords.ts'
import { presentAccount } from './presentAccount.ts'

/**
 * Signs in with address and password; unknown and wrong answer alike and take the same time.
 * @throws AppError UNAUTHENTICATED
 */
export async function signIn(ctx: Ctx, input: z.infer<typeof signInSchema>): Promise<{ account: Account; token: string }> {
  const user = await User.with(ctx).findOne({ emailCanonical: canonicalEmail(input.email) })
  const verified = await verifyPassword(user?.passwordHash, input.password)
  if (!user || !verified) {
    await recordEvent(ctx, { action: 'sign-in-refused', entityType: 'users', entityId: user?.id ?? null })
    throw new AppError('UNAUTHENTICATED', 'This address and password do not go together. Check both and try again.')
  }
  return withTransaction(ctx, async (tx) => ({ account: presentAccount(user), token: await startSession(tx, user) }))
}
