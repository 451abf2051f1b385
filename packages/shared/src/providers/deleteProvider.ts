import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Provider } from '../models/index.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'

/**
 * Takes a provider away with its key. Exchanges keep its name.
 * @throws AppError UNAUTHENTICATED, CONFIRM_IDENTITY, FORBIDDEN, NOT_FOUND
 */
export async function deleteProvider(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorize(recentlyConfirmed(ctx.actor, ctx.now()), 'admin:manage-providers')
  await withTransaction(ctx, async (tx) => {
    const deleted = await Provider.with(tx).deleteById(id)
    if (deleted === 0) throw new AppError('NOT_FOUND')
  })
}
