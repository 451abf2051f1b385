import { withTransaction, type Ctx } from '../context.ts'
import {
  Template,
  TemplateDraft,
  TemplateFavourite,
  TemplateLabel,
  TemplateOffer,
  TemplateRating,
  TemplateReport,
  TemplateVersion,
} from '../models/index.ts'
import { isGone, type Cuts } from './isGone.ts'

/**
 * Removes a template with its versions, ratings, days and all else that is of it, each row by its model where it has one. What was
 * made from it stays. In one transaction; answers false where it is no longer gone.
 */
export async function purgeTemplate(ctx: Ctx, id: string, cuts: Cuts): Promise<boolean> {
  return withTransaction(ctx, async (tx) => {
    const template = await Template.purging(tx).findById(id).forUpdate()
    if (!template || !(await isGone(tx, template, cuts))) return false
    const ofIt = { templateId: id }
    // Before the ratings some are of, which would take them along by a key.
    await TemplateReport.purging(tx).where(ofIt).delete()
    // Their sums stand in the template, and MySQL fires no trigger for what goes by a key.
    await TemplateRating.purging(tx).where(ofIt).delete()
    await tx.db('template_usage_daily').where(ofIt).delete()
    await TemplateDraft.purging(tx).where(ofIt).delete()
    await TemplateFavourite.purging(tx).where(ofIt).delete()
    await TemplateOffer.purging(tx).where(ofIt).delete()
    await TemplateLabel.purging(tx).where(ofIt).delete()
    await TemplateVersion.purging(tx).where(ofIt).delete()
    await Template.purging(tx).findById(id).delete()
    return true
  })
}
