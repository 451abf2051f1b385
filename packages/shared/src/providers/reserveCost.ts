import type { Ctx } from '../context.ts'
import type { Provider, Turn } from '../generation/index.ts'
import { User } from '../models/index.ts'
import { isOverBudget, refuseOverBudget } from './refuseOverBudget.ts'

/**
 * What is held back of somebody's budget while an answer is written, in micro-USD. The caller writes it in the same transaction: of
 * answers that begin at the same moment, each sees what those before it hold back.
 * @throws AppError RATE_LIMITED where the budget of the day is spent
 */
export async function reserveCost(
  tx: Ctx,
  payerId: string,
  { provider, turn }: { provider: Provider; turn: Turn },
): Promise<number> {
  if (provider.free) return 0
  const estimate = await provider.estimate(turn)
  if (tx.services.models.dailyBudget === null) return estimate
  await User.with(tx).findById(payerId).forUpdate().select('id')
  if (await isOverBudget(tx, payerId)) refuseOverBudget(tx, payerId)
  return estimate
}
