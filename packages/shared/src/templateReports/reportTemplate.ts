import type { reportTemplateSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { TemplateReport } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findTemplate, findVersion } from '../templates/index.ts'

/**
 * Tells moderators what is wrong with a version of a template, the newest where none is said. Each person has one report of a template: who
 * reports again writes it anew, and it is open again if it was decided. What was upheld is held all the same.
 * @throws AppError NOT_FOUND; FORBIDDEN for guests and for one's own
 */
export async function reportTemplate(ctx: Ctx, input: z.infer<typeof reportTemplateSchema>): Promise<void> {
  const { userId } = signedIn(ctx.actor)
  const { templateId, number, reason, details } = input
  await withTransaction(ctx, async (tx) => {
    // Locked, so that two tabs of one person report it once, and none while it is decided.
    const { template } = await findTemplate(tx, { id: templateId }, { lock: true })
    authorize(tx.actor, 'template:report', template)
    const { number: reportedNumber } = await findVersion(tx, template, number ?? template.latestNumber)
    const mine = await TemplateReport.with(tx).findOne({ aboutId: templateId, reporterId: userId }).select('id')
    const open = { reason, details, reportedNumber, status: 'open', decidedBy: null, decidedAt: null } as const
    const of = { templateId, ratingId: null, aboutId: templateId, reportedReview: null }
    if (mine) await TemplateReport.with(tx).findById(mine.id).patch(open)
    else await TemplateReport.with(tx).insert({ ...of, reporterId: userId, ...open })
  })
}
