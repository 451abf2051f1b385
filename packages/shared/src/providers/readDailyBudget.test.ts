import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { getSettings, saveSettings } from '../settings/index.ts'
import { buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { isOverBudget } from './refuseOverBudget.ts'

const withBudget = (ctx: Ctx, dailyBudget: number | undefined): Ctx => {
  const { services } = ctx
  return { ...ctx, services: { ...services, models: { ...services.models, dailyBudget } } }
}

onEachDatabase('the budget of a day', (world) => {
  it('is what administrators set, unless the environment says it', async () => {
    const ctx = withBudget(ctxOf(world(), await buildUser(world(), { role: 'admin' })), undefined)
    const { id } = await buildUser(world())
    expect(await isOverBudget(ctx, id)).toBe(false)
    await saveSettings(ctx, { dailyBudget: 0 })
    expect(await isOverBudget(ctx, id)).toBe(true)
    const fixed = withBudget(ctx, 5)
    expect(await isOverBudget(fixed, id)).toBe(false)
    expect(await getSettings(fixed)).toMatchObject({ values: { dailyBudget: 5 }, fixed: ['dailyBudget'] })
    await expect(saveSettings(fixed, { dailyBudget: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
