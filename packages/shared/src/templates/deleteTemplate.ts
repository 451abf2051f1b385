import { withTransaction, type Ctx } from '../context.ts'
import { Template } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findTemplate } from './findTemplate.ts'

/** Takes a template away from everybody; its owner and administrators can bring it back. */
export async function deleteTemplate(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const { template } = await findTemplate(tx, { id }, { lock: true })
    authorize(tx.actor, 'template:delete', template)
    await Template.with(tx).findById(id).patch({ deletedAt: tx.now() })
  })
}
