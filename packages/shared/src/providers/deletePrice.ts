import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { ModelPrice } from '../models/index.ts'
import { authorize } from '../policies/index.ts'

/** From then on what the program knows of the model counts again. @throws AppError FORBIDDEN, NOT_FOUND */
export async function deletePrice(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorize(ctx.actor, 'admin:manage-providers')
  await withTransaction(ctx, async (tx) => {
    const deleted = await ModelPrice.with(tx).deleteById(id)
    if (deleted === 0) throw new AppError('NOT_FOUND')
  })
}
