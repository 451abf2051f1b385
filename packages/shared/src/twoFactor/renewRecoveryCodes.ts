import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { UserTotp } from '../models/index.ts'
import { recentlyConfirmed } from '../policies/index.ts'
import { writeRecoveryCodes } from './writeRecoveryCodes.ts'

/**
 * New recovery codes in place of all the caller has.
 * @throws AppError UNAUTHENTICATED, CONFIRM_IDENTITY; CONFLICT without a second factor.
 */
export async function renewRecoveryCodes(ctx: Ctx): Promise<{ recoveryCodes: string[] }> {
  const { userId } = recentlyConfirmed(ctx.actor, ctx.now())
  return withTransaction(ctx, async (tx) => {
    const totp = await UserTotp.with(tx).findOne({ userId }).whereNotNull('confirmedAt').forUpdate()
    if (!totp) throw new AppError('CONFLICT', 'Recovery codes belong to an app. Set one up first.')
    return { recoveryCodes: await writeRecoveryCodes(tx, userId) }
  })
}
