import { AppError, type ModelPrice as PriceShape, type saveModelPriceSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { ModelPrice } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { presentPrice } from './presentPrice.ts'

/**
 * Sets what a model costs and reads, in place of what the program knows.
 * @throws AppError FORBIDDEN, NOT_FOUND; CONFLICT where it is set already
 */
export async function savePrice(ctx: Ctx, { id, ...said }: z.infer<typeof saveModelPriceSchema>): Promise<PriceShape> {
  authorize(ctx.actor, 'admin:manage-providers')
  const values = { ...said, provider: said.provider ?? '' }
  return withTransaction(ctx, async (tx) => {
    const { provider, model } = values
    const same = await ModelPrice.with(tx).findOne({ provider, model }).forUpdate()
    if (same && same.id !== id) {
      throw new AppError('CONFLICT', `The price of ${model} is set already. Change it where it stands.`)
    }
    if (id === undefined) return presentPrice(await ModelPrice.with(tx).insert(values))
    const changed = await ModelPrice.with(tx).findById(id).patch(values)
    if (changed === 0) throw new AppError('NOT_FOUND')
    return presentPrice(await ModelPrice.with(tx).findById(id).throwIfNotFound())
  })
}
