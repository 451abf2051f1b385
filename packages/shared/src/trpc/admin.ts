import { readReportSchema, reportPageSchema } from '@prologue/contracts'
import { readReport } from '../admin/index.ts'
import { procedure, router } from './trpc.ts'

export const adminRouter = router({
  report: procedure
    .meta({ policy: 'admin:read-reports' })
    .input(readReportSchema)
    .output(reportPageSchema)
    .query(({ ctx, input }) => readReport(ctx, input)),
})
