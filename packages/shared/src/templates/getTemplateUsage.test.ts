import { expect, it } from 'vitest'
import { buildTemplate, ctxOf, onEachDatabase } from '../testing/index.ts'
import { getTemplateUsage } from './index.ts'

onEachDatabase('the use of a template', (world) => {
  it('is told for each of ninety days in UTC, also those without any, and no longer', async () => {
    const { id: templateId } = await buildTemplate(world())
    const other = await buildTemplate(world())
    const ctx = { ...ctxOf(world()), now: () => new Date('2026-03-31T23:59:59.999Z') }
    await world()
      .database.knex('template_usage_daily')
      .insert([
        { templateId, day: '2025-12-31', uses: 9 },
        { templateId, day: '2026-01-01', uses: 2 },
        { templateId, day: '2026-03-31', uses: 3 },
        { templateId: other.id, day: '2026-03-31', uses: 7 },
      ])
    const usage = await getTemplateUsage(ctx, { templateId })
    expect(usage).toHaveLength(90)
    expect(usage.filter(({ uses }) => uses > 0)).toEqual([
      { day: '2026-01-01', uses: 2 },
      { day: '2026-03-31', uses: 3 },
    ])
    expect(usage.map(({ day }) => day)).toEqual(usage.map(({ day }) => day).toSorted())
    expect(new Set(usage.map(({ day }) => day)).size).toBe(90)
  })

  it('is nobody’s to know who may not read it', async () => {
    const { id: templateId, owner } = await buildTemplate(world(), { visibility: 'private' })
    await expect(getTemplateUsage(ctxOf(world()), { templateId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await getTemplateUsage(ctxOf(world(), owner), { templateId })).toHaveLength(90)
  })
})
