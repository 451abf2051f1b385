import type { Ctx } from '../context.ts'
import { TemplateReport } from '../models/index.ts'
import { authorize } from '../policies/index.ts'

/** How many reports wait for a moderator. @throws AppError FORBIDDEN */
export async function countOpenReports(ctx: Ctx): Promise<{ count: number }> {
  authorize(ctx.actor, 'template-report:decide')
  return { count: await TemplateReport.with(ctx).where({ status: 'open' }).resultSize() }
}
