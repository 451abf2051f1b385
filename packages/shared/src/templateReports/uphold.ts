import type { Ctx } from '../context.ts'
import { Template, TemplateOffer, TemplateRating, type TemplateReport } from '../models/index.ts'
import { notify } from '../notifications/index.ts'
import { authorize } from '../policies/index.ts'
import { rememberRemoved } from '../ratings/index.ts'

/** Makes a template private that a report was upheld of, ends the offer of it and tells its owner. @throws AppError FORBIDDEN */
export async function hideTemplate(tx: Ctx, template: Template): Promise<void> {
  authorize(tx.actor, 'template:hide', template)
  if (template.visibility !== 'private') await Template.with(tx).findById(template.id).patch({ visibility: 'private' })
  // Who is offered a template reads it, and its owner is told that nobody else does.
  await TemplateOffer.with(tx).where({ templateId: template.id }).delete()
  if (template.ownerId === null) return
  await notify(tx, { userIds: [template.ownerId], kind: 'template-hidden', templateId: template.id, named: false })
}

/** Takes the words of a rating away, for good, and tells who wrote them; the stars stay. */
export async function takeReviewAway(tx: Ctx, { templateId }: TemplateReport, ratingId: string): Promise<void> {
  const rating = await TemplateRating.with(tx).findById(ratingId).select('userId', 'review')
  // Who wrote it may have taken the words away meanwhile.
  if (!rating || rating.review === null) return
  const { userId, review } = rating
  await rememberRemoved(tx, { templateId, userId, review })
  await TemplateRating.with(tx).findById(ratingId).patch({ review: null })
  await notify(tx, { userIds: [userId], kind: 'template-review-removed', templateId, named: false })
}
