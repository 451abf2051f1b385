import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { signedIn } from '../policies/index.ts'
import { readDailyBudget } from './readDailyBudget.ts'
import { spentToday } from './spentToday.ts'

/** Whether somebody has spent what models may cost them a day. */
export async function isOverBudget(ctx: Ctx, payerId: string): Promise<boolean> {
  const dailyBudget = await readDailyBudget(ctx)
  return dailyBudget !== null && (await spentToday(ctx, payerId)) >= dailyBudget
}

/** @throws AppError RATE_LIMITED, which says when there is a new day */
export function refuseOverBudget({ actor, now }: Ctx, payerId: string): never {
  const at = now()
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1)
  const who = signedIn(actor).userId === payerId ? 'You have' : 'The owner of this conversation has'
  throw new AppError(
    'RATE_LIMITED',
    `${who} spent what models may cost a day. Go on without a model, choose one of your own server, or come back after midnight UTC.`,
    { retryAfter: Math.ceil((midnight - at.getTime()) / 1_000) },
  )
}
