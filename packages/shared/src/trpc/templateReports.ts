import {
  decideTemplateReportSchema,
  listTemplateReportsSchema,
  openTemplateReportsSchema,
  pageSchema,
  reportedTextSchema,
  reportReviewSchema,
  reportTemplateSchema,
  templateReportSchema,
} from '@prologue/contracts'
import {
  countOpenReports,
  decideReport,
  getReportedText,
  listReports,
  reopenReport,
  reportReview,
  reportTemplate,
} from '../templateReports/index.ts'
import { byId } from './byId.ts'
import { limited, procedure, router } from './trpc.ts'

const decided = procedure.meta({ policy: 'template-report:decide' })

export const templateReportsRouter = router({
  create: procedure
    .meta({ policy: 'template:report' })
    .use(limited('report'))
    .input(reportTemplateSchema)
    .mutation(({ ctx, input }) => reportTemplate(ctx, input)),

  createOfReview: procedure
    .meta({ policy: 'template:read' })
    .use(limited('report'))
    .input(reportReviewSchema)
    .mutation(({ ctx, input }) => reportReview(ctx, input)),

  list: decided
    .input(listTemplateReportsSchema)
    .output(pageSchema(templateReportSchema))
    .query(({ ctx, input }) => listReports(ctx, input)),

  text: decided
    .input(byId)
    .output(reportedTextSchema)
    .query(({ ctx, input }) => getReportedText(ctx, input)),

  decide: decided.input(decideTemplateReportSchema).mutation(({ ctx, input }) => decideReport(ctx, input)),

  reopen: decided.input(byId).mutation(({ ctx, input }) => reopenReport(ctx, input)),

  countOpen: decided.output(openTemplateReportsSchema).query(({ ctx }) => countOpenReports(ctx)),
})
