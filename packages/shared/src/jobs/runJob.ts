import { AppError, limits } from '@prologue/contracts'
import type { PartialModelObject } from 'objection'
import { withTransaction, type Ctx } from '../context.ts'
import { translateError } from '../database/index.ts'
import { Job } from '../models/index.ts'
import type { Claimed } from './claimJob.ts'
import type { JobKind } from './jobKinds.ts'

/** Minutes after a first, second and third failure until it is tried again; the fourth is the last. */
const waits = [1, 5, 30]

/**
 * Does a job that was claimed, and writes down how it ended. Its lease is made longer while it runs; where that came too late and
 * another process has it now, that one tells.
 */
export async function runJob(ctx: Ctx, job: Claimed, kind: JobKind, leaseMs: number): Promise<void> {
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
  try {
    const result = await kind.run(ctx)
    const told = await end({ status: 'completed', result, failure: null })
    if (told === 0) ctx.logger.warn({ job: job.name, id: job.id }, 'A job took longer than its lease, and another process has it')
  } catch (error) {
    ctx.logger.error({ err: error, job: job.name, id: job.id, attempt: job.attempts }, 'A job failed')
    const wait = waits[job.attempts - 1]
    const next =
      wait === undefined
        ? { status: 'failed' as const }
        : { status: 'waiting' as const, dueAt: new Date(ctx.now().getTime() + wait * 60_000) }
    await end({ ...next, failure: describe(ctx, error) })
  } finally {
    clearInterval(beat)
  }
}

/** What those who look after the server read: without the statement and the values that a database tells in its errors. */
function describe(ctx: Ctx, error: unknown): string {
  const known = translateError(ctx.database.dialect, error)
  if (known instanceof AppError) return known.message.slice(0, limits.jobFailure)
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
  return `Something failed unexpectedly${code}. The log says what, with the number ${ctx.requestId}.`
}
