import { expect, it } from 'vitest'
import { publicTemplates } from '../policies/index.ts'
import { buildTemplate, ctxOf, onEachDatabase } from '../testing/index.ts'
import { findSome } from './findTemplates.ts'
import { sources } from './sources.ts'

onEachDatabase('some templates of very many', (world) => {
  it('are those that a search finds, as many as are asked for', async () => {
    const ids: string[] = []
    for (let number = 0; number < 5; number++) ids.push((await buildTemplate(world(), { title: `Whimbrel ${number}` })).id)
    await buildTemplate(world(), { title: 'Whimbrel 9', visibility: 'private' })
    await buildTemplate(world(), { title: 'Curlew' })
    // As if it took long to find them all.
    const frequencies = { rows: 10_000_000_000, share: () => 0.000_01 }
    const ran: string[] = []
    world().database.knex.on('query', ({ sql }: { sql: string }) => ran.push(sql))
    const find = async (limit: number) => {
      const source = { ...sources.templates, visible: publicTemplates }
      const terms = [{ text: 'whimbrel', prefix: false, weight: 1 }]
      const search = { source, order: 'best-rated' as const, terms, filters: [], pairs: [], after: null, limit, closed: false }
      return (await findSome(ctxOf(world()), search, frequencies)).hits.map(({ id }) => id)
    }
    const some = await find(3)
    expect(some).toHaveLength(3)
    expect(ids).toEqual(expect.arrayContaining(some))
    // Nothing puts them in order: that is what it spares.
    expect(ran.filter((sql) => /order by/i.test(sql))).toEqual([])
    expect((await find(10)).toSorted()).toEqual(ids.toSorted())
  })
})
