import { AppError, type ReportedText } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Template, TemplateReport } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findVersion } from '../templates/index.ts'

/** The version that a report is about, for who decides, also while nobody else reads the template. @throws AppError FORBIDDEN, NOT_FOUND, also for a report of a review */
export async function getReportedText(ctx: Ctx, { id }: { id: string }): Promise<ReportedText> {
  authorize(ctx.actor, 'template-report:decide')
  const report = await TemplateReport.with(ctx).findById(id).select('templateId', 'reportedNumber')
  const template = report && (await Template.with(ctx).findById(report.templateId).select('id'))
  if (!report || !template || report.reportedNumber === null) throw new AppError('NOT_FOUND')
  const { number, content } = await findVersion(ctx, template, report.reportedNumber)
  return { number, content }
}
