import { AppError, type JobStatus } from '@prologue/contracts'
import { Cron } from 'croner'
import { withTransaction, type Ctx } from '../context.ts'
import { Job } from '../models/index.ts'
import type { JobKinds } from './jobKinds.ts'
import { latestJobs } from './latestJobs.ts'

const unfinished: readonly JobStatus[] = ['waiting', 'running']

/**
 * Sees to it that each kind has a job that waits or runs: at the next time of its schedule, or at once where a time went by while
 * no server ran. However many went by, one is made up for. Where several processes do it at once, one of them makes the job.
 */
export async function scheduleJobs(ctx: Ctx, kinds: JobKinds): Promise<void> {
  const open: string[] = await ctx
    .db('jobs')
    .whereIn('status', [...unfinished])
    .distinct()
    .pluck('name')
  for (const [name, { schedule }] of Object.entries(kinds)) {
    if (!open.includes(name)) await scheduleKind(ctx, name, schedule)
  }
}

async function scheduleKind(ctx: Ctx, name: string, pattern: string): Promise<void> {
  const last = await latestJobs(ctx, name).first()
  // Another process was faster.
  if (last && unfinished.includes(last.status)) return
  const dueAt = nextTime(pattern, ctx.now(), last?.dueAt ?? null)
  try {
    await withTransaction(ctx, async (tx) =>
      Job.with(tx).insert({ name, onceKey: dueAt.toISOString(), payload: {}, status: 'waiting', attempts: 0, dueAt }),
    )
  } catch (error) {
    // Another process has made it.
    if (!(error instanceof AppError && error.code === 'CONFLICT')) throw error
  }
}

/** The latest time that went by since the last job was due, else the next one. A kind that never ran begins at its next time. */
function nextTime(pattern: string, now: Date, last: Date | null): Date {
  const cron = new Cron(pattern, { timezone: 'UTC' })
  const [missed] = cron.previousRuns(1, now)
  if (last && missed && missed > last) return missed
  const next = cron.nextRun(now)
  if (!next) throw new Error(`The schedule ${pattern} never comes.`)
  return next
}
