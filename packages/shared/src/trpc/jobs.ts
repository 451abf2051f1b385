import { jobRunSchema, jobSchema, startJobSchema } from '@prologue/contracts'
import { z } from 'zod'
import { listJobs, startJob } from '../jobs/index.ts'
import { procedure, router } from './trpc.ts'

const managing = procedure.meta({ policy: 'admin:manage-jobs' })

export const jobsRouter = router({
  list: managing.output(z.array(jobSchema)).query(({ ctx }) => listJobs(ctx)),

  start: managing
    .input(startJobSchema)
    .output(jobRunSchema)
    .mutation(({ ctx, input }) => startJob(ctx, input)),
})
