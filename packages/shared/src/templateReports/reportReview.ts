import { AppError, type reportReviewSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { TemplateRating, TemplateReport } from '../models/index.ts'
import { signedIn, withAccount } from '../policies/index.ts'
import { findTemplate } from '../templates/index.ts'

/**
 * Tells moderators what is wrong with the words somebody wrote about a template, also with one of the actor's own. Each person has one report of
 * it: who reports again writes it anew, and it is open again if it was decided.
 * @throws AppError NOT_FOUND, also for a rating without words; FORBIDDEN for guests and for one's own
 */
export async function reportReview(ctx: Ctx, input: z.infer<typeof reportReviewSchema>): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  const { ratingId, reason, details } = input
  await withTransaction(ctx, async (tx) => {
    const known = await TemplateRating.with(tx).findById(ratingId).select('templateId')
    if (!known) throw new AppError('NOT_FOUND')
    // Locked, as everybody does who writes about it: two tabs of one person report it once, and none while it is decided.
    const { template } = await findTemplate(tx, { id: known.templateId }, { lock: true })
    const rating = await TemplateRating.with(tx).findById(ratingId).select('userId', 'review')
    if (!rating || rating.review === null) throw new AppError('NOT_FOUND')
    withAccount(tx.actor)
    if (rating.userId === userId) throw new AppError('FORBIDDEN', 'You cannot report a review of your own.')
    const mine = await TemplateReport.with(tx).findOne({ aboutId: ratingId, reporterId: userId }).select('id')
    const said = { reason, details, reportedReview: rating.review }
    const open = { ...said, status: 'open', decidedBy: null, decidedAt: null } as const
    if (mine) await TemplateReport.with(tx).findById(mine.id).patch(open)
    else
      await TemplateReport.with(tx).insert({
        templateId: template.id,
        ratingId,
        aboutId: ratingId,
        reportedNumber: null,
        reporterId: userId,
        ...open,
      })
  })
}
