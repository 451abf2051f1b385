import { reportRows, type exportReportSchema, type ReportPage } from '@prologue/contracts'
import type { z } from 'zod'
import type { ProcessCtx } from '../activity/index.ts'
import { recordEvent } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { csvLine } from './csv.ts'
import type { Cell } from './reports/page.ts'
import { pageOf } from './readReport.ts'

/** Rows read at once. */
const pageSize = 500

/**
 * A whole report as CSV (RFC 4180, UTF-8, with a line of names), piece by piece. That it was taken is in the audit.
 * @throws AppError FORBIDDEN to all but administrators and the process, VALIDATION
 */
export async function exportReport(ctx: ProcessCtx, input: z.infer<typeof exportReportSchema>): Promise<AsyncGenerator<string>> {
  authorize(ctx.actor, 'admin:read-reports')
  // What cannot be read is refused now and not in the middle of a file.
  await pageOf(ctx, input.report, { ...input, limit: 1 })
  await recordEvent(ctx, { action: 'export', entityType: 'reports', entityId: null, metadata: input })
  return lines(ctx, input)
}

async function* lines(ctx: ProcessCtx, { report, ...days }: z.infer<typeof exportReportSchema>): AsyncGenerator<string> {
  const names = Object.keys(reportRows[report].shape)
  yield csvLine(names)
  let cursor: string | undefined
  do {
    const page = await pageOf(ctx, report, { ...days, cursor, limit: pageSize })
    const rows = page.items.map((item) => csvLine(cellsOf(item, names)))
    if (rows.length > 0) yield rows.join('')
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

function cellsOf(item: ReportPage['items'][number], names: readonly string[]): Cell[] {
  const cells = new Map<string, Cell>(Object.entries(item))
  return names.map((name) => cells.get(name) ?? null)
}
