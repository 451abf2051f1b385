import { AppError, type Account, type signUpSchema, type UserRole } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { recordEvent, User } from '../models/index.ts'
import { canonicalEmail } from './canonicalEmail.ts'
import { refuseCommonPassword } from './commonPasswords.ts'
import { takenMail } from './mails.ts'
import { hashPassword } from './passwords.ts'
import { postToken } from './postToken.ts'
import { presentAccount } from './presentAccount.ts'
import { withInitialRole } from './setup.ts'
import { startSession } from './startSession.ts'

type Input = z.infer<typeof signUpSchema>

export type SignUpAnswer = { status: 'signed-in'; account: Account; token: string } | { status: 'check-mail' }

/**
 * Makes an account. Where mail goes out, a new address and a taken one answer alike and the mail tells the rest; else, and for
 * who comes with a valid setup token and is the administrator, it is signed in at once.
 * @throws AppError VALIDATION for a common password, FORBIDDEN when the setup link is not valid (any more), CONFLICT when the
 * address is taken and nothing is mailed.
 */
export async function signUp(ctx: Ctx, input: Input): Promise<SignUpAnswer> {
  refuseCommonPassword(input.password, [input.name, input.email])
  const passwordHash = await hashPassword(input.password)
  const silent = ctx.services.mail.sends && input.setupToken === undefined
  try {
    return await withInitialRole(ctx, input.setupToken, (role) =>
      withTransaction(ctx, (tx) => makeAccount(tx, input, { passwordHash, role, silent })),
    )
  } catch (error) {
    // Somebody took the address at the same moment: who was second is told no more than who is later.
    if (silent && error instanceof AppError && error.code === 'CONFLICT') return { status: 'check-mail' }
    throw error
  }
}

type Given = { passwordHash: string; role: UserRole; silent: boolean }

async function makeAccount(tx: Ctx, { name, email }: Input, { silent, ...given }: Given): Promise<SignUpAnswer> {
  const emailCanonical = canonicalEmail(email)
  const taken = await User.with(tx).context({ withDeleted: true }).findOne({ emailCanonical })
  if (taken && !silent) throw new AppError('CONFLICT', 'There is an account with this address already. Sign in instead.')
  if (taken) {
    await recordEvent(tx, { action: 'sign-up-refused', entityType: 'users', entityId: taken.id })
    tx.afterCommit(() => postTaken(tx, taken))
    return { status: 'check-mail' }
  }
  const user = await User.with(tx).insert({ name, email, emailCanonical, ...given, preferences: {}, emailVerifiedAt: null })
  tx.afterCommit(() => postToken(tx, 'verify-email', async () => user))
  if (silent) return { status: 'check-mail' }
  return { status: 'signed-in', account: presentAccount(user), token: await startSession(tx, user) }
}

function postTaken({ services }: Ctx, taken: User): void {
  services.mail.post(async () => {
    const { allowed } = await services.rates.take('verify-mail', taken.id)
    return allowed ? takenMail({ services }, taken, taken.deletedAt !== null) : null
  })
}
