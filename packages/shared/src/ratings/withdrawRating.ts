import { withTransaction, type Ctx } from '../context.ts'
import { Template, TemplateRating, TemplateReport } from '../models/index.ts'
import { signedIn, withAccount } from '../policies/index.ts'
import { findTemplate } from '../templates/index.ts'

/** Takes the actor's rating of a template back, if there is one; also while its owner keeps the template to themselves. @throws AppError NOT_FOUND; FORBIDDEN for guests */
export async function withdrawRating(ctx: Ctx, { templateId }: { templateId: string }): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    await Template.with(tx).findById(templateId).forUpdate().select('id')
    const mine = await TemplateRating.with(tx).findOne({ templateId, userId }).select('id')
    // It is the actor's own, also of a template that is private by now; of one they never saw they learn nothing.
    if (!mine) await findTemplate(tx, { id: templateId })
    withAccount(tx.actor)
    if (!mine) return
    // By themselves, so that the audit tells of them.
    await TemplateReport.with(tx).where({ ratingId: mine.id }).delete()
    await TemplateRating.with(tx).findById(mine.id).delete()
  })
}
