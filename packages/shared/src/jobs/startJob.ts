import { AppError, type JobRun } from '@prologue/contracts'
import { v7 as uuidv7 } from 'uuid'
import { withTransaction, type Ctx } from '../context.ts'
import { Job, recordEvent } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { presentRun } from './presentRun.ts'

/**
 * Has a job done now: the one that waits for its time, or one more where none does. One that runs is answered as it is. Whoever runs
 * jobs takes it within seconds.
 * @throws AppError UNAUTHENTICATED, FORBIDDEN; NOT_FOUND for a name that no kind has
 */
export async function startJob(ctx: Ctx, { name }: { name: string }): Promise<JobRun> {
  authorize(ctx.actor, 'admin:manage-jobs')
  if (!Object.hasOwn(ctx.services.jobKinds, name)) throw new AppError('NOT_FOUND')
  return withTransaction(ctx, async (tx) => {
    const unfinished = await Job.with(tx).where({ name }).whereIn('status', ['waiting', 'running']).forUpdate().first()
    if (unfinished?.status === 'running') return presentRun(unfinished)
    const id = unfinished?.id ?? uuidv7()
    // By its own key from now on: what it was brought forward from stays a time at which the next is due.
    const now = { status: 'waiting', onceKey: id, attempts: 0, dueAt: tx.now() } as const
    if (unfinished) await Job.with(tx).findById(id).patch(now)
    else await Job.with(tx).insert({ id, name, payload: {}, ...now })
    await recordEvent(tx, { action: 'start', entityType: 'jobs', entityId: id, metadata: { name } })
    return presentRun(await Job.with(tx).findById(id).throwIfNotFound())
  })
}
