import { AppError, type confirmIdentitySchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { recordEvent, User } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { hasTwoFactor, type Factor } from '../twoFactor/index.ts'
import { clearTries } from './lockout.ts'
import { tryCode } from './tryCode.ts'
import { tryPassword } from './tryPassword.ts'

/** The same where there were too many tries: what is right then is not looked at. */
const wrong = 'This is not right. Check it and try again; after several tries wait some minutes.'

/**
 * The caller proves anew that it is them, and may do dangerous things for a while. Tries count as those of signing in do.
 * @throws AppError UNAUTHENTICATED; FORBIDDEN for what is wrong; VALIDATION where the code is missing.
 */
export async function confirmIdentity(ctx: Ctx, { password, code }: z.infer<typeof confirmIdentitySchema>): Promise<void> {
  const { userId, sessionId } = signedIn(ctx.actor)
  const user = await User.query(ctx.db).findById(userId)
  const asksForCode = await hasTwoFactor(ctx, userId)
  if (asksForCode && code === undefined) throw new AppError('VALIDATION', 'Enter the code from your app, too.')
  if (!user || !(await tryPassword(ctx, user, password))) throw new AppError('FORBIDDEN', wrong)

  const confirm = async (tx: Ctx, factor: Factor | null) => {
    await tx.db('sessions').where({ id: sessionId, userId }).update({ confirmedAt: tx.now() })
    await recordEvent(tx, { action: 'confirm-identity', entityType: 'users', entityId: userId, metadata: { factor } })
    return { factor }
  }
  if (asksForCode) {
    if (!(await tryCode(ctx, { userId, code: code ?? '' }, confirm))) throw new AppError('FORBIDDEN', wrong)
    return
  }
  await withTransaction(ctx, async (tx) => {
    await clearTries(tx, userId)
    await confirm(tx, null)
  })
}
