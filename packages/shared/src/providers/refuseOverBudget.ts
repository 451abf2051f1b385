import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { signedIn } from '../policies/index.ts'
import { spentToday } from './spentToday.ts'

/** Whether the actor has spent what models may cost them a day. @throws AppError UNAUTHENTICATED */
export async function isOverBudget(ctx: Ctx): Promise<boolean> {
  const { userId } = signedIn(ctx.actor)
  const { dailyBudget } = ctx.services.models
  return dailyBudget !== null && (await spentToday(ctx, userId)) >= dailyBudget
}

/** @throws AppError RATE_LIMITED, which says when there is a new day */
export function refuseOverBudget(now: Date): never {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1)
  throw new AppError(
    'RATE_LIMITED',
    'You have spent what models may cost you a day. Go on without a model, choose one of your own server, or come back after midnight UTC.',
    { retryAfter: Math.ceil((midnight - now.getTime()) / 1_000) },
  )
}
