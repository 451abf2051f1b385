import { setTimeout as wait } from 'node:timers/promises'
import { AppError, limits } from '@prologue/contracts'
import type { PartialModelObject } from 'objection'
import { withTransaction, type Ctx } from '../context.ts'
import { translateError } from '../database/index.ts'
import { Job } from '../models/index.ts'
import type { Claimed } from './claimJob.ts'
import type { JobKind } from './jobKinds.ts'

/** How a job may be held: for how long at a time, and how long in all until it is given up, in milliseconds. */
export type Hold = { leaseMs: number; mostMs: number }

/** Minutes after a first, second and third failure until it is tried again; the fourth is the last. */
const waits = [1, 5, 30]

/**
 * Does a job that was claimed, and writes down how it ended. Its lease is made longer while it runs; where that came too late and
 * another process has it now, that one tells. What does not end in `mostMs` is given up, and no more of it is told.
 */
export async function runJob(ctx: Ctx, job: Claimed, kind: JobKind, { leaseMs, mostMs }: Hold): Promise<void> {
  const tell = (values: PartialModelObject<Job>) =>
    withTransaction(ctx, async (tx) => Job.with(tx).findById(job.id).where({ lease: job.lease, status: 'running' }).patch(values))
  const end = (values: PartialModelObject<Job>) => tell({ ...values, lease: null, leasedUntil: null, endedAt: ctx.now() })
  if (job.attempts > waits.length + 1) {
    await end({ status: 'failed', failure: 'The server stopped each time while this was running.' })
    return
  }
  const beat = setInterval(() => {
    tell({ leasedUntil: new Date(ctx.now().getTime() + leaseMs) }).catch((error: unknown) =>
      ctx.logger.warn({ err: error, job: job.name }, 'The lease of a job could not be made longer'),
    )
  }, leaseMs / 3)
  const enough = new AbortController()
  try {
    const hangs = wait(mostMs, 'hangs' as const, { signal: enough.signal })
    const result = await Promise.race([kind.run(ctx), hangs])
    if (result === 'hangs') {
      ctx.logger.error({ job: job.name, id: job.id }, 'A job did not end and was given up')
      await end({ status: 'failed', failure: `It did not end in ${hours(mostMs)} and was given up.` })
      return
    }
    const told = await end({ status: 'completed', result, failure: null })
    if (told === 0) ctx.logger.warn({ job: job.name, id: job.id }, 'A job took longer than its lease, and another process has it')
  } catch (error) {
    ctx.logger.error({ err: error, job: job.name, id: job.id, attempt: job.attempts }, 'A job failed')
    const minutes = waits[job.attempts - 1]
    const next =
      minutes === undefined
        ? { status: 'failed' as const }
        : { status: 'waiting' as const, dueAt: new Date(ctx.now().getTime() + minutes * 60_000) }
    await end({ ...next, failure: describe(ctx, error) })
  } finally {
    clearInterval(beat)
    enough.abort()
  }
}

const hours = (ms: number) => `${(ms / 3_600_000).toLocaleString('en', { maximumSignificantDigits: 2 })} hours`

/** What those who look after the server read: without the statement and the values that a database tells in its errors. */
function describe(ctx: Ctx, error: unknown): string {
  const known = translateError(ctx.database.dialect, error)
  if (known instanceof AppError) return known.message.slice(0, limits.jobFailure)
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
  return `Something failed unexpectedly${code}. The log says what, with the number ${ctx.requestId}.`
}
