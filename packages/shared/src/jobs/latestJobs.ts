import type { Ctx } from '../context.ts'
import { Job } from '../models/index.ts'

/** The jobs of one name, the newest first. */
export function latestJobs(ctx: Ctx, name: string) {
  return Job.with(ctx)
    .where({ name })
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
}
