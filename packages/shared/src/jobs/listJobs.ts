import type { Job as JobShape } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { authorize } from '../policies/index.ts'
import { latestJobs } from './latestJobs.ts'
import { presentRun } from './presentRun.ts'

/** Of each kind: the next one and those that ended last. */
const runsShown = 10

/** What the server does by itself, and how it went. @throws AppError UNAUTHENTICATED, FORBIDDEN */
export async function listJobs(ctx: Ctx): Promise<JobShape[]> {
  authorize(ctx.actor, 'admin:manage-jobs')
  const jobs: JobShape[] = []
  for (const name of Object.keys(ctx.services.jobKinds)) {
    const runs = await latestJobs(ctx, name).limit(runsShown)
    jobs.push({ name, runs: runs.map(presentRun) })
  }
  return jobs
}
