import { AppError } from '@prologue/contracts'
import { postToken } from '../auth/index.ts'
import { withTransaction, type Ctx } from '../context.ts'
import { recordEvent, User } from '../models/index.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'

/**
 * Mails somebody a link for a new password, as if they had asked for it themselves: no more of them in an hour than they could.
 * @throws AppError FORBIDDEN, CONFIRM_IDENTITY, NOT_FOUND; CONFLICT where the account is locked
 */
export async function sendReset(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorize(ctx.actor, 'user:send-reset')
  recentlyConfirmed(ctx.actor, ctx.now())
  await withTransaction(ctx, async (tx) => {
    const user = await User.with(tx).findById(id)
    if (!user || user.role === 'guest') throw new AppError('NOT_FOUND')
    if (user.lockedAt !== null) throw new AppError('CONFLICT', 'This account is locked. Unlock it first.')
    await recordEvent(tx, { action: 'send-reset', entityType: 'users', entityId: id })
    tx.afterCommit(() => postToken(ctx, 'reset-password', async () => user))
  })
}
