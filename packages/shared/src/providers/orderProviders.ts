import { AppError, type Provider as ProviderShape } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Provider } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { listProviders } from './listProviders.ts'

/**
 * Puts the providers that were set up here in this order; all of them are named.
 * @throws AppError FORBIDDEN; CONFLICT where others are there now
 */
export async function orderProviders(ctx: Ctx, { ids }: { ids: readonly string[] }): Promise<ProviderShape[]> {
  authorize(ctx.actor, 'admin:manage-providers')
  return withTransaction(ctx, async (tx) => {
    const rows = await Provider.with(tx).orderBy('id').forUpdate()
    const named = new Set(ids)
    if (named.size !== ids.length || named.size !== rows.length || rows.some(({ id }) => !named.has(id))) {
      throw new AppError('CONFLICT', 'There are other providers now. Load the list again and repeat your change.')
    }
    for (const { id, position } of rows) {
      const place = ids.indexOf(id)
      if (place !== position) await Provider.with(tx).findById(id).patch({ position: place })
    }
    return listProviders(tx)
  })
}
