import { Job } from '../models/index.ts'
import type { HealthCtx } from './check.ts'

/** When the server last compared the audit with its seals, and how many faults it found; null where it never did. */
export async function lastVerification({ db }: Pick<HealthCtx, 'db'>): Promise<{ at: Date; faults: number } | null> {
  const job = await Job.query(db)
    .where({ name: 'verify-audit', status: 'completed' })
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first()
  return job?.endedAt ? { at: job.endedAt, faults: Number(job.result?.['faults'] ?? 0) } : null
}
