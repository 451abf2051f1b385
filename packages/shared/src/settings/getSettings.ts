import type { SettingsAnswer } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { authorize } from '../policies/index.ts'
import { readSettings } from './readSettings.ts'

/** What is in force, for those who may change it. @throws AppError UNAUTHENTICATED, FORBIDDEN */
export async function getSettings(ctx: Ctx): Promise<SettingsAnswer> {
  authorize(ctx.actor, 'admin:manage-settings')
  const values = await readSettings(ctx)
  const { dailyBudget } = ctx.services.models
  return dailyBudget === undefined ? { values, fixed: [] } : { values: { ...values, dailyBudget }, fixed: ['dailyBudget'] }
}
