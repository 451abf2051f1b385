import type { ModelPrice as PriceShape } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { ModelPrice } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { presentPrice } from './presentPrice.ts'

/** What was set here of models' prices and sizes. @throws AppError FORBIDDEN */
export async function listPrices(ctx: Ctx): Promise<PriceShape[]> {
  authorize(ctx.actor, 'admin:manage-providers')
  const rows = await ModelPrice.with(ctx).orderBy(['model', 'provider'])
  return rows.map(presentPrice)
}
