import { AppError, type Account, type signUpSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { canonicalEmail } from './canonicalEmail.ts'
import { startSession } from './startSession.ts'
import { hashPassword } from './passwords.ts'
import { presentAccount } from './presentAccount.ts'
import { withInitialRole } from './setup.ts'

/**
 * Makes an account and signs it in. With a valid setup token it is the administrator.
 * @throws AppError CONFLICT when the address is taken, FORBIDDEN when the setup link is not valid (any more).
 */
export async function signUp(ctx: Ctx, input: z.infer<typeof signUpSchema>): Promise<{ account: Account; token: string }> {
  const passwordHash = await hashPassword(input.password)
  return withInitialRole(ctx, input.setupToken, (role) =>
    withTransaction(ctx, async (tx) => {
      const emailCanonical = canonicalEmail(input.email)
      const taken = await User.with(tx).context({ withDeleted: true }).findOne({ emailCanonical })
      if (taken) throw new AppError('CONFLICT', 'There is an account with this address already. Sign in instead.')
      const { name, email } = input
      const user = await User.with(tx).insert({ name, email, emailCanonical, passwordHash, role, preferences: {} })
      return { account: presentAccount(user), token: await startSession(tx, user) }
    }),
  )
}
