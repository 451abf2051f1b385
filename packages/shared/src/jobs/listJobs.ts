import type { Job as JobShape } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { authorize } from '../policies/index.ts'
import { latestJobs } from './latestJobs.ts'
import { presentRun } from './presentRun.ts'

/** Of each kind: the next one and those that ended last, and beside them as many that were given up lately. */
const runsShown = 10

/** How long ago one may have been given up to be shown: what is done every minute is among the last ones for minutes only. */
const days = 7

/** What the server does by itself, and how it went. @throws AppError UNAUTHENTICATED, FORBIDDEN */
export async function listJobs(ctx: Ctx): Promise<JobShape[]> {
  authorize(ctx.actor, 'admin:manage-jobs')
  const since = new Date(ctx.now().getTime() - days * 86_400_000)
  const jobs: JobShape[] = []
  for (const name of Object.keys(ctx.services.jobKinds)) {
    const latest = await latestJobs(ctx, name).limit(runsShown)
    const failed = await latestJobs(ctx, name).where({ status: 'failed' }).where('dueAt', '>=', since).limit(runsShown)
    const before = failed.filter((job) => !latest.some(({ id }) => id === job.id))
    jobs.push({ name, runs: [...latest, ...before].map(presentRun) })
  }
  return jobs
}
