import { expect, it } from 'vitest'
import { buildTemplate, ctxOf, onEachDatabase } from '../testing/index.ts'
import { presentTemplates } from './presentTemplates.ts'

onEachDatabase('templates in a list', (world) => {
  it('are read without what they keep of their file', async () => {
    const { id } = await buildTemplate(world(), { title: 'Guide' })
    // Whoever reads this fails.
    await world().database.knex('templates').where({ id }).update({ metadata: '["broken"]' })
    expect(await presentTemplates(ctxOf(world()), [id], [])).toMatchObject([{ template: { id, title: 'Guide' } }])
  })
})
