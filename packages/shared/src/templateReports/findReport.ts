import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Template, TemplateRating, TemplateReport } from '../models/index.ts'
import { authorize } from '../policies/index.ts'

/**
 * A report that the actor may decide, with its template: the template locked first, as everybody who writes about it does.
 * @throws AppError FORBIDDEN, also for moderators about what is their own; NOT_FOUND
 */
export async function findReport(tx: Ctx, id: string): Promise<{ report: TemplateReport; template: Template }> {
  authorize(tx.actor, 'template-report:decide')
  const known = await TemplateReport.with(tx).findById(id).select('templateId')
  const template = known && (await Template.with(tx).findById(known.templateId).forUpdate())
  const report = template && (await TemplateReport.with(tx).findById(id).forUpdate())
  if (!report) throw new AppError('NOT_FOUND')
  const { actor } = tx
  // Administrators answer for the whole server; there may be nobody else.
  if (actor.kind === 'user' && actor.role === 'moderator' && template.ownerId === actor.userId) {
    throw new AppError('FORBIDDEN', 'This template is your own. Somebody else decides about it.')
  }
  if (report.ratingId !== null && actor.kind === 'user' && actor.role === 'moderator') {
    const rating = await TemplateRating.with(tx).findById(report.ratingId).select('userId')
    if (rating?.userId === actor.userId)
      throw new AppError('FORBIDDEN', 'This review is your own. Somebody else decides about it.')
  }
  return { report, template }
}
