import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'
import { endSessions } from '../sessions/index.ts'

/**
 * Brings a deleted account back, and with it everything it owns.
 * @throws AppError FORBIDDEN, CONFIRM_IDENTITY, NOT_FOUND; CONFLICT where nothing is left of it.
 */
export async function restoreUser(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorize(ctx.actor, 'user:restore')
  recentlyConfirmed(ctx.actor, ctx.now())
  await withTransaction(ctx, async (tx) => {
    const deleted = { withDeleted: true }
    const user = await User.with(tx).context(deleted).findById(id).forUpdate()
    if (!user) throw new AppError('NOT_FOUND')
    if (user.erasedAt !== null) throw new AppError('CONFLICT', 'This account was erased. It cannot come back.')
    if (user.deletedAt === null) return
    await User.with(tx).context(deleted).findById(id).patch({ deletedAt: null })
    // One that somebody opened in the very moment the account was deleted does not come to life again.
    await endSessions(tx, id)
    tx.afterCommit(() => tx.services.access.accountChanged(id))
  })
}
