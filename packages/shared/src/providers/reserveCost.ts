import type { Ctx } from '../context.ts'
import type { Provider, Turn } from '../generation/index.ts'
import { User } from '../models/index.ts'
import { readDailyBudget } from './readDailyBudget.ts'
import { isOverBudget, refuseOverBudget } from './refuseOverBudget.ts'

/**
 * What an answer may cost, in micro-USD; 0 where nobody has a budget. Counting the tokens of a long draft takes a while: it is done before
 * the transaction that reserves it.
 */
export async function estimateCost(ctx: Ctx, { provider, turn }: { provider: Provider; turn: Turn }) {
  return provider.free || (await readDailyBudget(ctx)) === null ? 0 : provider.estimate(turn)
}

/**
 * Holds an estimate back of somebody's budget while an answer is written, which the caller writes down in the same transaction: of
 * answers that begin at the same moment, each sees what those before it hold back.
 * @throws AppError RATE_LIMITED where the budget of the day is spent
 */
export async function reserveCost(tx: Ctx, payerId: string, provider: Provider): Promise<void> {
  if (provider.free || (await readDailyBudget(tx)) === null) return
  await User.with(tx).findById(payerId).forUpdate().select('id')
  if (await isOverBudget(tx, payerId)) refuseOverBudget(tx, payerId)
}
