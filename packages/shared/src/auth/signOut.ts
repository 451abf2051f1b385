import { withTransaction, type Ctx } from '../context.ts'
import { recordEvent } from '../models/index.ts'

/** Ends the session of the caller and closes what it holds open. */
export async function signOut(ctx: Ctx): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'user') return
  await withTransaction(ctx, async (tx) => {
    await tx.db('sessions').where({ id: actor.sessionId }).delete()
    await recordEvent(tx, { action: 'sign-out', entityType: 'users', entityId: actor.userId })
    tx.afterCommit(() => ctx.services.access.sessionEnded(actor.sessionId))
  })
}
