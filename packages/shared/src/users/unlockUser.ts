import { AppError } from '@prologue/contracts'
import { noTries } from '../auth/index.ts'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'

/** Unlocks an account that wrong tries or an administrator locked. @throws AppError FORBIDDEN, CONFIRM_IDENTITY, NOT_FOUND */
export async function unlockUser(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorize(ctx.actor, 'user:unlock')
  recentlyConfirmed(ctx.actor, ctx.now())
  const changed = await withTransaction(ctx, async (tx) =>
    User.with(tx)
      .findById(id)
      .patch({ ...noTries, lockedAt: null, lockReason: null }),
  )
  if (changed === 0) throw new AppError('NOT_FOUND')
}
