import type { Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'

/**
 * What counts against somebody's budget since midnight UTC, in micro-USD: answers that are there, stopped or failed, those being written
 * with what they may cost, and deleted ones. Of models whose price nobody knows nothing counts.
 */
export async function spentToday(ctx: Ctx, userId: string): Promise<number> {
  const midnight = new Date(ctx.now())
  midnight.setUTCHours(0, 0, 0, 0)
  const query = Prompt.with(ctx).context({ withDeleted: true }).where({ payerId: userId })
  const [sum] = await query.where('createdAt', '>=', midnight).sum('chargedMicroUsd as spent').castTo<{ spent: unknown }[]>()
  return Number(sum?.spent ?? 0)
}
