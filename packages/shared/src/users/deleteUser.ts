import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'
import { endSessions } from '../sessions/index.ts'
import { lockAdmins } from './lockAdmins.ts'

/**
 * Deletes an account: nobody signs in with it, and what it owns is hidden. What its person wrote with others stays there,
 * under their name. An administrator can bring all of it back until it is purged.
 * @throws AppError FORBIDDEN, CONFIRM_IDENTITY, NOT_FOUND; CONFLICT for the only administrator.
 */
export async function deleteUser(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorize(ctx.actor, 'user:delete')
  recentlyConfirmed(ctx.actor, ctx.now())
  await withTransaction(ctx, async (tx) => {
    await lockAdmins(tx, id)
    const changed = await User.with(tx).findById(id).patch({ deletedAt: tx.now() })
    if (changed === 0) throw new AppError('NOT_FOUND')
    await endSessions(tx, id)
    tx.afterCommit(() => tx.services.access.accountChanged(id))
  })
}
