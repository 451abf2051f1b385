import { AppError, type decideTemplateReportSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { TemplateReport } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { findReport } from './findReport.ts'
import { hideTemplate, takeReviewAway } from './uphold.ts'

/**
 * Decides an open report. Upheld, the template is made private and no offer of it stands any more; a review loses its words and keeps its
 * stars. Whose it is is told, and all other open reports of the same are upheld with this one.
 * @throws AppError FORBIDDEN, NOT_FOUND; CONFLICT where somebody has decided it otherwise
 */
export async function decideReport(ctx: Ctx, { id, status }: z.infer<typeof decideTemplateReportSchema>): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, async (tx) => {
    const { report, template } = await findReport(tx, id)
    if (report.status === status) return
    if (report.status !== 'open') throw new AppError('CONFLICT', 'Somebody has decided this report already. Load the list again.')
    const decided = { decidedBy: userId, decidedAt: tx.now() }
    if (status === 'dismissed') {
      await TemplateReport.with(tx)
        .findById(id)
        .patch({ status, ...decided })
      return
    }
    if (report.ratingId === null) await hideTemplate(tx, template)
    else await takeReviewAway(tx, report, report.ratingId)
    const upheld = { status, ...decided, upheldNumber: template.latestNumber }
    await TemplateReport.with(tx).where({ aboutId: report.aboutId, status: 'open' }).patch(upheld)
  })
}
