import { expect, it } from 'vitest'
import { withTransaction } from '../context.ts'
import { filterTerms, pairTerms, type Filter } from '../database/words/index.ts'
import { Template } from '../models/index.ts'
import { publicTemplates } from '../policies/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { matchWords } from './findHits.ts'
import { sources } from './sources.ts'

onEachDatabase('the index', (world) => {
  it('knows what has a tag together with a category or a family, also after a change', async () => {
    const owner = await buildUser(world())
    const ctx = ctxOf(world(), owner)
    const { id } = await buildTemplate(world(), { owner, title: 'Dunlin', category: 'coding', tags: ['waders', 'small'] })
    const patch = (changes: Partial<Template>) =>
      withTransaction(ctx, async (tx) => Template.with(tx).findById(id).patch(changes))
    const find = async (...filters: Filter[]) => {
      const source = { ...sources.templates, visible: publicTemplates }
      const search = { source, order: 'newest' as const, terms: [], filters: [], after: null, limit: 10 }
      return (await matchWords(ctx, search, { terms: pairTerms(filters), tests: filterTerms(filters) })).map((hit) => hit.id)
    }
    const waders = { kind: 'tag', value: 'waders' } as const
    const coding = { kind: 'category', value: 'coding' } as const
    const plain = { kind: 'family', value: 'plain' } as const
    expect(await find(waders, coding)).toEqual([id])
    await patch({ family: 'plain' })
    expect(await find({ kind: 'tag', value: 'small' }, waders, coding, plain)).toEqual([id])
    await patch({ category: 'language' })
    expect([await find(waders, coding), await find(waders, plain)]).toEqual([[], [id]])
    // Of the index itself, as the rows are tested for what the pair is made of.
    const { tokens } = await world().database.knex('template_search').where({ templateId: id }).first('tokens')
    const has = (...filters: Filter[]) => pairTerms(filters).map(({ text }) => String(tokens).includes(text))
    const language = { kind: 'category', value: 'language' } as const
    expect([has(waders, coding), has(waders, language), has(waders, plain)]).toEqual([[false], [true], [true]])
  })
})
