import { AppError, type signUpSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import type { Mail } from '../mail/index.ts'
import { recordEvent, User } from '../models/index.ts'
import { canonicalEmail } from './canonicalEmail.ts'
import { givesWay } from './givesWay.ts'
import { writeTakenMail } from './writeTakenMail.ts'
import { writeTokenMail } from './writeTokenMail.ts'

/** What somebody signed up with. */
type Chosen = Pick<z.infer<typeof signUpSchema>, 'name' | 'email'> & { passwordHash: string }

/**
 * Makes an account that counts once its address is confirmed, and writes the mail about it. An address belongs to nobody until
 * then: who signs up later takes the place of who was there before and never came in.
 */
export async function signUpByMail(ctx: Ctx, chosen: Chosen): Promise<Mail | null> {
  try {
    const { user, taken } = await withTransaction(ctx, (tx) => makeOrReplace(tx, chosen))
    if (taken) return await writeTakenMail(ctx, user)
    const { allowed } = await ctx.services.rates.take('verify-mail', user.id)
    return allowed ? await writeTokenMail(ctx, 'verify-email', user) : null
  } catch (error) {
    // Somebody took the address at the same moment, and is mailed.
    if (error instanceof AppError && error.code === 'CONFLICT') return null
    throw error
  }
}

async function makeOrReplace(tx: Ctx, chosen: Chosen): Promise<{ user: User; taken: boolean }> {
  const emailCanonical = canonicalEmail(chosen.email)
  const known = await User.with(tx).context({ withDeleted: true }).findOne({ emailCanonical })
  if (!known) {
    const made = { ...chosen, emailCanonical, role: 'user', preferences: {}, emailVerifiedAt: null } as const
    return { user: await User.with(tx).insert(made), taken: false }
  }
  const user = await User.with(tx).findById(known.id).forUpdate()
  if (user && (await givesWay(tx, user))) {
    // Its links stay good: they went to the address, and ask for the password that is the account's by then.
    await User.with(tx).findById(user.id).patch(chosen)
    return { user: Object.assign(user, chosen), taken: false }
  }
  await recordEvent(tx, { action: 'sign-up-refused', entityType: 'users', entityId: known.id })
  return { user: known, taken: true }
}
