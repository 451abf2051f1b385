import { AppError } from '@prologue/contracts'
import { generateSecret, generateURI } from 'otplib'
import { withTransaction, type Ctx } from '../context.ts'
import { User, UserTotp } from '../models/index.ts'
import { recentlyConfirmed } from '../policies/index.ts'
import { belongsTo } from './checkAppCode.ts'

/**
 * A new secret for the caller's app. It counts once a code of the app was right; begun again, the one before is worth nothing.
 * @throws AppError UNAUTHENTICATED, CONFIRM_IDENTITY; CONFLICT where an app is set up already.
 */
export async function beginTwoFactor(ctx: Ctx): Promise<{ secret: string; uri: string }> {
  const { userId } = recentlyConfirmed(ctx.actor, ctx.now())
  return withTransaction(ctx, async (tx) => {
    // Held, so that two beginnings come one after the other.
    const user = await User.with(tx).findById(userId).forUpdate()
    if (!user) throw new AppError('UNAUTHENTICATED')
    const totp = await UserTotp.with(tx).findOne({ userId })
    if (totp?.confirmedAt) throw new AppError('CONFLICT', 'An app is set up already. Turn it off first to set up another.')
    if (totp) await UserTotp.with(tx).findById(totp.id).delete()

    const secret = generateSecret()
    const secretEncrypted = tx.services.secrets.encrypt(secret, belongsTo(userId))
    await UserTotp.with(tx).insert({ userId, secretEncrypted, confirmedAt: null, lastStep: null })
    return { secret, uri: generateURI({ issuer: 'Prologue', label: user.email, secret }) }
  })
}
