import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { TemplateReport } from '../models/index.ts'
import { findReport } from './findReport.ts'

/** Takes the dismissal of a report back. @throws AppError FORBIDDEN, NOT_FOUND; CONFLICT for one that was upheld: its owner was told */
export async function reopenReport(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const { report } = await findReport(tx, id)
    if (report.status === 'open') return
    if (report.status === 'upheld') throw new AppError('CONFLICT', 'This report was upheld, and the owner was told.')
    await TemplateReport.with(tx).findById(id).patch({ status: 'open', decidedBy: null, decidedAt: null })
  })
}
