import { withTransaction, type Ctx } from '../context.ts'
import { Template } from '../models/index.ts'
import { findTemplate } from './findTemplate.ts'

/** Brings a deleted template back. */
export async function restoreTemplate(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    await findTemplate(tx, { id }, { lock: true, toRestore: true })
    await Template.with(tx).context({ withDeleted: true }).findById(id).patch({ deletedAt: null })
  })
}
