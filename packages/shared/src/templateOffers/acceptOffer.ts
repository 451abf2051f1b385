import { withTransaction, type Ctx } from '../context.ts'
import { Template, TemplateDraft, TemplateOffer, TemplateRating } from '../models/index.ts'
import { notify } from '../notifications/index.ts'
import { withAccount } from '../policies/index.ts'
import { findOffer } from './findOffer.ts'

/**
 * Makes the actor the owner of a template that is offered to them. Its versions keep their authors.
 * @throws AppError NOT_FOUND where it is not, or not any more
 */
export async function acceptOffer(ctx: Ctx, { templateId }: { templateId: string }): Promise<void> {
  const { userId } = withAccount(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const { template, offer } = await findOffer(tx, templateId)
    await Template.with(tx).findById(templateId).patch({ ownerId: userId })
    await TemplateOffer.with(tx).findById(offer.id).delete()
    // What its owner wrote since they offered it, and did not publish, is nobody else's.
    await TemplateDraft.with(tx).where({ templateId }).delete()
    // Nobody rates their own.
    await TemplateRating.with(tx).where({ templateId, userId }).delete()
    if (template.ownerId !== null) await notify(tx, { userIds: [template.ownerId], kind: 'template-taken', templateId })
  })
}
