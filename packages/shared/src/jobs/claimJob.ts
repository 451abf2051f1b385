import { v7 as uuidv7 } from 'uuid'
import { withTransaction, type Ctx } from '../context.ts'
import { Job } from '../models/index.ts'

/** A job that this process runs, by a lease that nobody else has. */
export type Claimed = Pick<Job, 'id' | 'name' | 'attempts'> & { lease: string }

/**
 * Takes the job that is due the longest, for `leaseMs`: one that waits, or one whose process let its lease run out. Answers null
 * where there is none. Of several processes that want the same one, the first has it.
 */
export async function claimJob(ctx: Ctx, names: readonly string[], leaseMs: number): Promise<Claimed | null> {
  for (let found = await nextDue(ctx, names); found; found = await nextDue(ctx, names)) {
    const { id, name, status } = found
    const claimed = { id, name, attempts: found.attempts + 1, lease: uuidv7() }
    const now = ctx.now()
    const { attempts, lease } = claimed
    const running = { status: 'running', attempts, lease, beganAt: now, endedAt: null } as const
    const taken = await withTransaction(ctx, async (tx) => {
      // Every claim adds an attempt: who sees another number of them than before has come too late.
      const free = Job.with(tx).findById(id).where({ status, attempts: found.attempts })
      // Whose process was slow and has made its lease longer since it was found is left to it.
      if (status === 'running') void free.where('leasedUntil', '<', now)
      return free.patch({ ...running, leasedUntil: new Date(now.getTime() + leaseMs) })
    })
    if (taken > 0) return claimed
  }
  return null
}

async function nextDue(ctx: Ctx, names: readonly string[]): Promise<Job | undefined> {
  const now = ctx.now()
  const due = () =>
    Job.with(ctx)
      .whereIn('name', [...names])
      .orderBy(['dueAt', 'id'])
  const left = await due().where({ status: 'running' }).where('leasedUntil', '<', now).first()
  return left ?? due().where({ status: 'waiting' }).where('dueAt', '<=', now).first()
}
