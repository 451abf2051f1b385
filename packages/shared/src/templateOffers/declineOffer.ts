import { withTransaction, type Ctx } from '../context.ts'
import { TemplateOffer } from '../models/index.ts'
import { findOffer } from './findOffer.ts'

/** Says no to a template that is offered to the actor. @throws AppError NOT_FOUND where it is not, or not any more */
export async function declineOffer(ctx: Ctx, { templateId }: { templateId: string }): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const { offer } = await findOffer(tx, templateId)
    await TemplateOffer.with(tx).findById(offer.id).delete()
  })
}
