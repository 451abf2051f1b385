import type { Ctx } from '../context.ts'
import { readSettings } from '../settings/index.ts'

/** What models may cost one person a day, in micro-USD: as the environment says, or else administrators; null: as much as they like. */
export async function readDailyBudget(ctx: Ctx): Promise<number | null> {
  const { dailyBudget } = ctx.services.models
  return dailyBudget === undefined ? (await readSettings(ctx)).dailyBudget : dailyBudget
}
