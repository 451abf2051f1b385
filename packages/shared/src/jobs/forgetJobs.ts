import type { Ctx } from '../context.ts'

/** Removes the jobs that ended more than `olderThanDays` ago, and answers how many. */
export async function forgetJobs(ctx: Ctx, { olderThanDays }: { olderThanDays: number }): Promise<number> {
  const cut = new Date(ctx.now().getTime() - olderThanDays * 86_400_000)
  return ctx.db('jobs').whereIn('status', ['completed', 'failed']).where('dueAt', '<', cut).where('endedAt', '<', cut).delete()
}
