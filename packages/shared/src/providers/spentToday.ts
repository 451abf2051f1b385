import type { Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'

/** What somebody's exchanges have cost since midnight UTC, in micro-USD; those that were deleted, too. What is not known is not in it. */
export async function spentToday(ctx: Ctx, userId: string): Promise<number> {
  const midnight = new Date(ctx.now())
  midnight.setUTCHours(0, 0, 0, 0)
  const query = Prompt.with(ctx).context({ withDeleted: true }).where({ authorId: userId })
  const [sum] = await query.where('createdAt', '>=', midnight).sum('costMicroUsd as spent').castTo<{ spent: unknown }[]>()
  return Number(sum?.spent ?? 0)
}
