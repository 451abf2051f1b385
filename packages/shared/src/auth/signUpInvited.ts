import { AppError, type SignedInAccount } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { canonicalEmail } from './canonicalEmail.ts'
import { givesWay } from './givesWay.ts'
import { claimInvitation } from './invitations.ts'
import { presentAccount } from './presentAccount.ts'
import { startSession } from './startSession.ts'
import { voidTokens } from './userTokens.ts'

type Entered = { status: 'signed-in'; account: SignedInAccount; token: string }
type Chosen = { name: string; email: string; passwordHash: string }

/**
 * Makes the account of somebody who was invited, and signs them in: the link proves that the address is theirs. Who signed up with
 * it before and never came in gives way.
 * @throws AppError NOT_FOUND, FORBIDDEN for the link; CONFLICT where the address has an account
 */
export async function signUpInvited(ctx: Ctx, chosen: Chosen, token: string): Promise<Entered> {
  return withTransaction(ctx, async (tx) => {
    await claimInvitation(tx, { token, email: chosen.email })
    const user = await makeConfirmed(tx, chosen)
    return { status: 'signed-in', account: presentAccount(user), token: await startSession(tx, user) }
  })
}

async function makeConfirmed(tx: Ctx, chosen: Chosen): Promise<User> {
  const emailCanonical = canonicalEmail(chosen.email)
  const known = await User.with(tx).context({ withDeleted: true }).findOne({ emailCanonical })
  const confirmed = { ...chosen, emailVerifiedAt: tx.now() }
  if (!known) return User.with(tx).insert({ ...confirmed, emailCanonical, role: 'user', preferences: {} })
  const user = await User.with(tx).findById(known.id).forUpdate()
  if (!user || !(await givesWay(tx, user))) {
    throw new AppError('CONFLICT', 'There is an account with this address already. Sign in instead.')
  }
  // The links of who signed up before ask for a password that is the account's no more.
  await voidTokens(tx, user.id)
  await User.with(tx).findById(user.id).patch(confirmed)
  return Object.assign(user, confirmed)
}
