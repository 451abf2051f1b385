import { withTransaction, type Ctx } from '../context.ts'
import { recordEvent } from '../models/index.ts'
import { signedIn, visibleSessions } from '../policies/index.ts'
import { voidEmailChange } from './voidEmailChange.ts'

/** Signs the caller out everywhere but here. A change of address that is asked for is off. @throws AppError UNAUTHENTICATED */
export async function revokeOtherSessions(ctx: Ctx): Promise<void> {
  const { userId, sessionId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const query = tx.db('sessions').whereNot({ id: sessionId }).forUpdate()
    visibleSessions(query, tx.actor)
    const others = await query.pluck<string[]>('id')
    await tx.db('sessions').whereIn('id', others).delete()
    await voidEmailChange(tx, userId)
    for (const id of others) await recordEvent(tx, { action: 'revoke', entityType: 'sessions', entityId: id })
    tx.afterCommit(() => {
      for (const id of others) tx.services.access.sessionEnded(id)
    })
  })
}
