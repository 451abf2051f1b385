import type { Ctx } from '../context.ts'
import { wordsOf } from '../database/words/index.ts'
import { TemplateReport, TemplateVersion } from '../models/index.ts'

/** The ids of the reports that are about the same words as one, of the same template or review, and stand as it does; itself among them. */
export async function findAlike(tx: Ctx, { aboutId, status, ratingId, ...report }: TemplateReport): Promise<string[]> {
  const standing = () => TemplateReport.with(tx).where({ aboutId, status })
  if (ratingId !== null) {
    const words = wordsOf(report.reportedReview ?? '')
    const rows = await standing().select('id', 'reportedReview')
    return rows.flatMap(({ id, reportedReview }) => (wordsOf(reportedReview ?? '') === words ? [id] : []))
  }
  const sameWords = TemplateVersion.with(tx)
    .where({ templateId: aboutId })
    .whereIn(
      'wordsDigest',
      TemplateVersion.with(tx).where({ templateId: aboutId, number: report.reportedNumber }).select('wordsDigest'),
    )
    .select('number')
  const rows = await standing().whereIn('reportedNumber', sameWords).select('id')
  return rows.map(({ id }) => id)
}
