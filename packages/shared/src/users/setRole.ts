import { AppError, type UserRole } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'
import { endSessions, replaceSessions } from '../sessions/index.ts'
import { lockAdmins } from './lockAdmins.ts'

/**
 * Gives an account another role and ends all its sessions. Where it is the caller's own, `token` is that of the session that
 * takes the place of theirs, else null.
 * @throws AppError FORBIDDEN, CONFIRM_IDENTITY, NOT_FOUND; CONFLICT for the only administrator.
 */
export async function setRole(ctx: Ctx, { id, role }: { id: string; role: UserRole }): Promise<{ token: string | null }> {
  authorize(ctx.actor, 'user:set-role')
  const actor = recentlyConfirmed(ctx.actor, ctx.now())
  return withTransaction(ctx, async (tx) => {
    if (role !== 'admin') await lockAdmins(tx, id)
    const user = await User.with(tx).findById(id).forUpdate()
    // A guest has no account to give a role to.
    if (!user || user.role === 'guest') throw new AppError('NOT_FOUND')
    if (user.role === role) return { token: null }
    await User.with(tx).findById(id).patch({ role })
    if (id === actor.userId) return { token: await replaceSessions(tx, actor) }
    await endSessions(tx, id)
    return { token: null }
  })
}
