import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { recordEvent } from '../models/index.ts'
import { authorize, visibleSessions } from '../policies/index.ts'
import { voidEmailChange } from './voidEmailChange.ts'

/**
 * Signs the caller out in one of their browsers and closes what it has open. A change of address that is asked for is off.
 * @throws AppError UNAUTHENTICATED; NOT_FOUND where they have no such session.
 */
export async function revokeSession(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const query = tx.db('sessions').where({ id }).forUpdate()
    visibleSessions(query, tx.actor)
    const session = await query.first<{ userId: string } | undefined>('userId')
    if (!session) throw new AppError('NOT_FOUND', 'This session has ended already.')
    authorize(tx.actor, 'session:revoke', session)
    await tx.db('sessions').where({ id }).delete()
    await voidEmailChange(tx, session.userId)
    await recordEvent(tx, { action: 'revoke', entityType: 'sessions', entityId: id })
    tx.afterCommit(() => tx.services.access.sessionEnded(id))
  })
}
