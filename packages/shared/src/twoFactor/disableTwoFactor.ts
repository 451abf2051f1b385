import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { recentlyConfirmed } from '../policies/index.ts'
import { replaceSessions } from '../sessions/index.ts'
import { removeTwoFactor } from './removeTwoFactor.ts'

/**
 * Turns the second factor off; its secret and recovery codes are gone. All sessions end; `token` is the one that takes the
 * place of the caller's. Off already, nothing changes and there is none.
 * @throws AppError UNAUTHENTICATED, CONFIRM_IDENTITY
 */
export async function disableTwoFactor(ctx: Ctx): Promise<{ token: string | null }> {
  const actor = recentlyConfirmed(ctx.actor, ctx.now())
  const { userId } = actor
  return withTransaction(ctx, async (tx) => {
    await User.with(tx).findById(userId).forUpdate().select('id')
    if (!(await removeTwoFactor(tx, userId))) return { token: null }
    return { token: await replaceSessions(tx, actor) }
  })
}
