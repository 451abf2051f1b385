import { setTimeout as wait } from 'node:timers/promises'
import type { Ctx } from '../context.ts'
import { claimJob, type Claimed } from './claimJob.ts'
import type { JobKinds } from './jobKinds.ts'
import { runJob, type Hold } from './runJob.ts'
import { scheduleJobs } from './scheduleJobs.ts'

/** Milliseconds after which a job whose process is gone goes to another one (`leaseMs`), and after which one that hangs is given up. */
type Options = Partial<Hold> & {
  kinds: JobKinds
  /** The context of work that the process does by itself, by the number that its log lines and audit rows carry. */
  contextOf: (requestId: string) => Ctx
  /** Milliseconds between two looks for what is due. */
  pauseMs?: number
}

/** How long a stop waits for the jobs under way, in milliseconds; what takes longer is begun again by whoever runs next. */
const patience = 5_000

/**
 * Does the work of `kinds` at its times, one after the other in each lane, as one of however many processes on the same database:
 * each job is run by one of them.
 */
export function startJobs({ kinds, ...options }: Options): { close(): Promise<void> } {
  const stop = new AbortController()
  const lanes = Map.groupBy(Object.entries(kinds), ([, { lane }]) => lane)
  const going = [...lanes.values()].map((own) => runLane({ ...options, kinds: Object.fromEntries(own) }, stop.signal))
  return {
    async close() {
      stop.abort()
      const enough = new AbortController()
      await Promise.race([Promise.all(going), wait(patience, undefined, { signal: enough.signal }).catch(() => {})])
      enough.abort()
    },
  }
}

/** Does the work of one lane until the stop, and then what it is at. */
async function runLane(
  { kinds, contextOf, leaseMs = 60_000, mostMs = 6 * 3_600_000, pauseMs = 5_000 }: Options,
  stop: AbortSignal,
): Promise<void> {
  let failing = false

  async function runNext(job: Claimed): Promise<void> {
    const kind = kinds[job.name]
    if (kind) await runJob(contextOf(`job-${job.id}`), job, kind, { leaseMs, mostMs })
  }

  async function look(): Promise<void> {
    const ctx = contextOf('jobs')
    try {
      await scheduleJobs(ctx, kinds)
      for (
        let job = await claimJob(ctx, Object.keys(kinds), leaseMs);
        job;
        job = await claimJob(ctx, Object.keys(kinds), leaseMs)
      ) {
        await runNext(job)
        if (stop.aborted) return
        await scheduleJobs(ctx, kinds)
      }
      failing = false
    } catch (error) {
      // Once, not at every look: it is as a rule the database, which is away for a while.
      if (!failing) ctx.logger.error({ err: error }, 'It could not be found out which jobs are due')
      failing = true
    }
  }

  while (!stop.aborted) {
    await look()
    await wait(pauseMs, undefined, { signal: stop }).catch(() => {})
  }
}
