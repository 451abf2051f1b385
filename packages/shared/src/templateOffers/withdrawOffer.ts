import { withTransaction, type Ctx } from '../context.ts'
import { TemplateOffer } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findTemplate } from '../templates/index.ts'

/** Takes the offer of a template back, if there is one. @throws AppError NOT_FOUND, FORBIDDEN */
export async function withdrawOffer(ctx: Ctx, { templateId }: { templateId: string }): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const { template } = await findTemplate(tx, { id: templateId }, { lock: true })
    authorize(tx.actor, 'template:hand-over', template)
    await TemplateOffer.with(tx).where({ templateId }).delete()
  })
}
