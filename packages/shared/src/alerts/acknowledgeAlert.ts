import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Alert } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'

/**
 * Says that somebody looks after it, by their name. Where somebody else was faster, it stays theirs.
 * @throws AppError FORBIDDEN for all but administrators, NOT_FOUND
 */
export async function acknowledgeAlert(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorize(ctx.actor, 'admin:acknowledge-alerts')
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const alert = await Alert.with(tx).findById(id).forUpdate()
    if (!alert) throw new AppError('NOT_FOUND')
    if (alert.acknowledgedAt !== null) return
    await Alert.with(tx).findById(id).patch({ acknowledgedBy: userId, acknowledgedAt: tx.now() })
  })
}
