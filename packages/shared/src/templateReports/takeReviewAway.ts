import type { Ctx } from '../context.ts'
import { wordsOf } from '../database/words/index.ts'
import { TemplateRating, type TemplateReport } from '../models/index.ts'
import { notify } from '../notifications/index.ts'
import { rememberRemoved } from '../ratings/index.ts'

/** Takes the reported words from a rating, for good, and tells who wrote them; the stars stay, and so do other words that stand there by now. */
export async function takeReviewAway(tx: Ctx, { templateId, reportedReview }: TemplateReport, ratingId: string): Promise<void> {
  const rating = await TemplateRating.with(tx).findById(ratingId).select('userId', 'review')
  // Who wrote it may be erased meanwhile.
  if (!rating || reportedReview === null) return
  const { userId, review } = rating
  await rememberRemoved(tx, { templateId, userId, review: reportedReview })
  if (review === null || wordsOf(review) !== wordsOf(reportedReview)) return
  await TemplateRating.with(tx).findById(ratingId).patch({ review: null })
  await notify(tx, { userIds: [userId], kind: 'template-review-removed', templateId, named: false })
}
