import { expect, it } from 'vitest'
import { queryTerms } from '../database/words/index.ts'
import { buildTemplate, ctxOf, onEachDatabase } from '../testing/index.ts'
import { presentTemplates } from './presentTemplates.ts'

onEachDatabase('templates in a list', (world) => {
  it('tell which of their tags were looked for, and those first', async () => {
    const { id } = await buildTemplate(world(), { tags: ['cliff', 'moor', 'seabird'] })
    const [hit] = await presentTemplates(ctxOf(world()), [id], queryTerms('moor sea', { typing: true }))
    expect(hit?.tags).toEqual([
      { text: 'moor', ranges: [{ start: 0, end: 4 }] },
      { text: 'seabird', ranges: [{ start: 0, end: 7 }] },
      { text: 'cliff', ranges: [] },
    ])
  })

  it('are read without what they keep of their file', async () => {
    const { id } = await buildTemplate(world(), { title: 'Guide' })
    // Whoever reads this fails.
    await world().database.knex('templates').where({ id }).update({ metadata: '["broken"]' })
    expect(await presentTemplates(ctxOf(world()), [id], [])).toMatchObject([{ template: { id, title: 'Guide' } }])
  })
})
