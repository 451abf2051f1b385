import { AppError, type reportTemplateSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { TemplateReport } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findTemplate } from '../templates/index.ts'

/**
 * Tells moderators what is wrong with a template. Each person has one report of it: who reports again writes it anew, and it is
 * open again if it was decided.
 * @throws AppError NOT_FOUND; FORBIDDEN for guests and for one's own; CONFLICT while the template is private because of the actor's report
 */
export async function reportTemplate(ctx: Ctx, input: z.infer<typeof reportTemplateSchema>): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  const { templateId, reason, details } = input
  await withTransaction(ctx, async (tx) => {
    // Locked, so that two tabs of one person report it once, and none while it is decided.
    const { template } = await findTemplate(tx, { id: templateId }, { lock: true })
    authorize(tx.actor, 'template:report', template)
    const mine = await TemplateReport.with(tx).findOne({ aboutId: templateId, reporterId: userId }).select('id', 'status')
    // Open, it would no longer keep what was upheld from being shared.
    if (mine?.status === 'upheld' && template.visibility === 'private')
      throw new AppError('CONFLICT', 'This is private because of your report. If others see it again, you can report it again.')
    const open = { reason, details, status: 'open', decidedBy: null, decidedAt: null, upheldNumber: null } as const
    if (mine) await TemplateReport.with(tx).findById(mine.id).patch(open)
    else await TemplateReport.with(tx).insert({ templateId, ratingId: null, aboutId: templateId, reporterId: userId, ...open })
  })
}
