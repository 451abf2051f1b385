import { pipeline } from 'node:stream/promises'
import { exportReportSchema, reportRows } from '@prologue/contracts'
import { exportReport } from '@prologue/shared'
import { withProcess } from './withProcess.ts'

/** Prints a report as CSV. @throws Error with a sentence for a report that is none, and for days that are none. */
export async function printReport(report: string, days: { from?: string; to?: string }): Promise<void> {
  const asked = exportReportSchema.safeParse({ report, ...days })
  if (!asked.success) {
    const wrong = asked.error.issues.some(({ path }) => path[0] === 'report')
    throw new Error(
      wrong
        ? `There is no report ${report}; there are ${Object.keys(reportRows).join(', ')}.`
        : '--from and --to are days as YYYY-MM-DD.',
    )
  }
  await withProcess(async (ctx) => pipeline(await exportReport(ctx, asked.data), process.stdout, { end: false }))
}
