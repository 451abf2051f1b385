import { limits, type readReportSchema, type ReportPage } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { authorize } from '../policies/index.ts'
import { auditVolume } from './reports/auditVolume.ts'
import { conversationOverview } from './reports/conversationOverview.ts'
import { modelUsage } from './reports/modelUsage.ts'
import type { PageRequest, Source } from './reports/page.ts'
import { templatePopularity } from './reports/templatePopularity.ts'
import { userActivity } from './reports/userActivity.ts'

/**
 * A page of a report. It may hold fewer rows than the last of them says: what its owner's account hides is left out.
 * @throws AppError FORBIDDEN to all but administrators and the process, VALIDATION
 */
export async function readReport(ctx: Ctx, input: z.infer<typeof readReportSchema>): Promise<ReportPage> {
  authorize(ctx.actor, 'admin:read-reports')
  const { report, ...request } = input
  return pageOf(ctx, report, { ...request, limit: limits.page })
}

export async function pageOf(source: Source, report: ReportPage['report'], request: PageRequest): Promise<ReportPage> {
  switch (report) {
    case 'template-popularity':
      return { report, ...(await templatePopularity(source, request)) }
    case 'model-usage':
      return { report, ...(await modelUsage(source, request)) }
    case 'user-activity':
      return { report, ...(await userActivity(source, request)) }
    case 'conversation-overview':
      return { report, ...(await conversationOverview(source, request)) }
  }
  return { report, ...(await auditVolume(source, request)) }
}
