import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { TemplateReport, TemplateUpheldText } from '../models/index.ts'
import { findVersion } from '../templates/index.ts'
import { findAlike } from './findAlike.ts'
import { findReport } from './findReport.ts'

/**
 * Takes the decision of a report back. What was upheld is open again with all reports that were upheld with it, and its text is held no more:
 * its owner may share it again.
 * @throws AppError FORBIDDEN, NOT_FOUND; CONFLICT for a review that was taken away: its words are gone
 */
export async function reopenReport(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const { report, template } = await findReport(tx, id)
    const { status, ratingId, reportedNumber } = report
    if (status === 'open') return
    const open = { status: 'open', decidedBy: null, decidedAt: null } as const
    if (status === 'dismissed') {
      await TemplateReport.with(tx).findById(id).patch(open)
      return
    }
    if (ratingId !== null) throw new AppError('CONFLICT', 'This report was upheld, and the words are gone for good.')
    const { wordsDigest } = await findVersion(tx, template, reportedNumber ?? template.latestNumber)
    await TemplateUpheldText.with(tx).where({ wordsDigest, templateId: template.id }).delete()
    await TemplateReport.with(tx)
      .whereIn('id', await findAlike(tx, report))
      .patch(open)
  })
}
