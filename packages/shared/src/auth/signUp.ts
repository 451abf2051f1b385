import { AppError, type SignedInAccount, type signUpSchema, type UserRole } from '@prologue/contracts'
import type { z } from 'zod'
import { outsideTransaction, withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { canonicalEmail } from './canonicalEmail.ts'
import { refuseCommonPassword } from './commonPasswords.ts'
import { hashPassword } from './passwords.ts'
import { postToken } from './postToken.ts'
import { presentAccount } from './presentAccount.ts'
import { expectOnlyAdmin, withInitialRole } from './setup.ts'
import { checkInvitation } from './invitations.ts'
import { refuseClosed } from './refuseClosed.ts'
import { signUpByMail } from './signUpByMail.ts'
import { signUpInvited } from './signUpInvited.ts'
import { startSession } from './startSession.ts'

type Input = z.infer<typeof signUpSchema>

export type SignUpAnswer = { status: 'signed-in'; account: SignedInAccount; token: string } | { status: 'check-mail' }

/**
 * Makes an account. Where mail goes out, it answers before it looks whether the address is taken, and the mail tells; else, and
 * for who comes with a valid setup token and is the administrator or with an invitation, it is signed in at once.
 * @throws AppError VALIDATION for a common password; FORBIDDEN where administrators let nobody sign up with this address, when
 * the setup link is not valid (any more), and for an invitation of another address; NOT_FOUND for one that is not valid (any more); CONFLICT when the address is taken and nothing is mailed.
 */
export async function signUp(ctx: Ctx, input: Input): Promise<SignUpAnswer> {
  const { name, email, password, setupToken, invitation } = input
  if (setupToken === undefined) await refuseClosed(ctx, { email, invited: invitation !== undefined })
  const brought = setupToken === undefined && invitation !== undefined ? { token: invitation, email } : null
  if (brought) await checkInvitation(ctx, brought)
  refuseCommonPassword(password, [name, email])
  const passwordHash = await hashPassword(password)
  if (brought) return signUpInvited(ctx, { name, email, passwordHash }, brought.token)
  if (ctx.services.mail.sends && setupToken === undefined) {
    const later = outsideTransaction(ctx)
    ctx.services.mail.post(() => signUpByMail(later, { name, email, passwordHash }))
    return { status: 'check-mail' }
  }
  return withInitialRole(ctx, setupToken, (role) =>
    withTransaction(ctx, (tx) => makeAccount(tx, { name, email, passwordHash, role })),
  )
}

type Chosen = { name: string; email: string; passwordHash: string; role: UserRole }

async function makeAccount(tx: Ctx, chosen: Chosen): Promise<SignUpAnswer> {
  const emailCanonical = canonicalEmail(chosen.email)
  const taken = await User.with(tx).context({ withDeleted: true }).findOne({ emailCanonical })
  if (taken) throw new AppError('CONFLICT', 'There is an account with this address already. Sign in instead.')
  const user = await User.with(tx).insert({ ...chosen, emailCanonical, preferences: {}, emailVerifiedAt: null })
  if (user.role === 'admin') await expectOnlyAdmin(tx)
  tx.afterCommit(() => postToken(tx, 'verify-email', async () => user))
  return { status: 'signed-in', account: presentAccount(user), token: await startSession(tx, user) }
}
