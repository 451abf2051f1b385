import { AppError, type decideTemplateReportSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { TemplateReport } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { findReport } from './findReport.ts'
import { findAlike } from './findAlike.ts'
import { takeReviewAway } from './takeReviewAway.ts'
import { upholdText } from './upholdText.ts'

/**
 * Decides an open report. Upheld, the text it is about is no longer for others, and a template whose newest version says it is made private; a
 * review loses the words that were reported and keeps its stars. Whose it is is told, and all other open reports of the same words are upheld
 * with this one.
 * @throws AppError FORBIDDEN, NOT_FOUND; CONFLICT where somebody has decided it otherwise
 */
export async function decideReport(ctx: Ctx, { id, status }: z.infer<typeof decideTemplateReportSchema>): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const { report, template } = await findReport(tx, id)
    if (report.status === status) return
    if (report.status !== 'open') throw new AppError('CONFLICT', 'Somebody has decided this report already. Load the list again.')
    const decided = { status, decidedBy: userId, decidedAt: tx.now() }
    if (status === 'dismissed') {
      await TemplateReport.with(tx).findById(id).patch(decided)
      return
    }
    const alike = await findAlike(tx, report)
    if (report.ratingId === null) await upholdText(tx, report, template)
    else await takeReviewAway(tx, report, report.ratingId)
    await TemplateReport.with(tx).whereIn('id', alike).patch(decided)
  })
}
