import { AppError, type SaveSettings } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Setting } from '../models/index.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'

/**
 * Changes what is set for the whole server; what is not named stays. It is in force at once, in every process.
 * @throws AppError UNAUTHENTICATED, CONFIRM_IDENTITY, FORBIDDEN; CONFLICT for what the environment says, and where somebody else was
 * faster
 */
export async function saveSettings(ctx: Ctx, input: SaveSettings): Promise<void> {
  authorize(ctx.actor, 'admin:manage-settings')
  recentlyConfirmed(ctx.actor, ctx.now())
  if (input.dailyBudget !== undefined && ctx.services.models.dailyBudget !== undefined) {
    throw new AppError('CONFLICT', 'MODEL_DAILY_BUDGET_USD says what models may cost. Take it from the environment first.')
  }
  await withTransaction(ctx, async (tx) => {
    const before = await Setting.with(tx).forUpdate()
    for (const [name, is] of Object.entries(input)) {
      const known = before.find((setting) => setting.name === name)
      if (known) await Setting.with(tx).findById(known.id).patch({ value: { is } })
      else await Setting.with(tx).insert({ name, value: { is } })
    }
    if (input.announcement !== undefined) tx.afterCommit(() => tx.services.rooms.announcementChanged())
  })
}
