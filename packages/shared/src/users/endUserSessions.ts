import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { recordEvent, User } from '../models/index.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'
import { endSessions, replaceSessions } from '../sessions/index.ts'

/**
 * Signs somebody out everywhere. Where it is the caller, `token` is that of the session that takes the place of theirs, else null.
 * @throws AppError FORBIDDEN, CONFIRM_IDENTITY, NOT_FOUND
 */
export async function endUserSessions(ctx: Ctx, { id }: { id: string }): Promise<{ token: string | null }> {
  authorize(ctx.actor, 'user:end-sessions')
  const actor = recentlyConfirmed(ctx.actor, ctx.now())
  return withTransaction(ctx, async (tx) => {
    const user = await User.with(tx).findById(id).forUpdate()
    if (!user || user.role === 'guest') throw new AppError('NOT_FOUND')
    await recordEvent(tx, { action: 'end-sessions', entityType: 'users', entityId: id })
    if (id === actor.userId) return { token: await replaceSessions(tx, actor) }
    await endSessions(tx, id)
    return { token: null }
  })
}
