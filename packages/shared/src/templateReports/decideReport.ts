import { AppError, type decideTemplateReportSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { Template, TemplateOffer, TemplateReport } from '../models/index.ts'
import { notify } from '../notifications/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findReport } from './findReport.ts'

/**
 * Decides an open report. Upheld, the template is made private, no offer of it stands any more, its owner is told, and all its other open reports are upheld with
 * this one.
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
    authorize(tx.actor, 'template:hide', template)
    const upheld = { status, ...decided, upheldNumber: template.latestNumber }
    await TemplateReport.with(tx).where({ templateId: template.id, status: 'open' }).patch(upheld)
    if (template.visibility !== 'private') await Template.with(tx).findById(template.id).patch({ visibility: 'private' })
    // Who is offered a template reads it, and its owner is told that nobody else does.
    await TemplateOffer.with(tx).where({ templateId: template.id }).delete()
    if (template.ownerId === null) return
    await notify(tx, { userIds: [template.ownerId], kind: 'template-hidden', templateId: template.id, named: false })
  })
}
