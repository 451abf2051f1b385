import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { authorize } from '../policies/index.ts'

/** Opens an account that wrong tries have closed to guesses. @throws AppError FORBIDDEN, NOT_FOUND */
export async function unlockUser(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorize(ctx.actor, 'user:unlock')
  const changed = await withTransaction(ctx, async (tx) =>
    User.with(tx).findById(id).patch({ failedSignIns: 0, lockedUntil: null }),
  )
  if (changed === 0) throw new AppError('NOT_FOUND')
}
