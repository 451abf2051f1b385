import type { LibraryFilter, TemplateFamily } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { withTransaction, type Ctx } from '../context.ts'
import { filterTerms, pairTerms } from '../database/words/index.ts'
import { Template } from '../models/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { browseLibrary, countFacets } from './index.ts'

const nothing: LibraryFilter = { scope: 'public', text: '', prefix: false, tags: [] }

async function titles(ctx: Ctx, filter: Partial<LibraryFilter>): Promise<string[]> {
  const { items } = await browseLibrary(ctx, { ...nothing, sort: 'newest', ...filter })
  return items.map(({ template }) => template.title).toSorted()
}

async function build(world: World) {
  const [owner, other] = [await buildUser(world), await buildUser(world)]
  const add = async (title: string, more: Parameters<typeof buildTemplate>[1], family: TemplateFamily | null = null) => {
    const { id } = await buildTemplate(world, { title, ...more })
    await withTransaction(ctxOf(world), async (tx) => Template.with(tx).findById(id).patch({ family }))
  }
  await add('Gull one', { owner, category: 'coding', tags: ['c++', 'birds'] }, 'claude')
  await add('Gull two', { owner, category: 'coding', tags: ['c', 'birds'] }, 'gpt')
  await add('Gull three', { owner: other, category: 'language', tags: ['birds', '海鳥 of the sea'] }, 'claude')
  await add('Gull four', { owner: other, category: 'language', tags: ['birdsong', 'a "quoted" tag'] })
  return { owner, other }
}

onEachDatabase('the library', (world) => {
  it('is narrowed by each filter, and by several with words', async () => {
    const { owner, other } = await build(world())
    const ctx = ctxOf(world())
    const gulls = { text: 'gull' }
    expect(await titles(ctx, gulls)).toHaveLength(4)
    expect(await titles(ctx, { ...gulls, category: 'coding' })).toEqual(['Gull one', 'Gull two'])
    expect(await titles(ctx, { tags: ['birds'] })).toEqual(['Gull one', 'Gull three', 'Gull two'])
    expect(await titles(ctx, { tags: ['birds', 'c'] })).toEqual(['Gull two'])
    expect(await titles(ctx, { tags: ['海鳥 of the sea'] })).toEqual(['Gull three'])
    expect(await titles(ctx, { tags: ['a "quoted" tag'] })).toEqual(['Gull four'])
    expect(await titles(ctx, { tags: ['bird'] })).toEqual([])
    expect(await titles(ctx, { family: 'claude' })).toEqual(['Gull one', 'Gull three'])
    expect(await titles(ctx, { authorId: other.id })).toEqual(['Gull four', 'Gull three'])
    expect(await titles(ctx, { text: 'two gull', authorId: owner.id, category: 'coding', tags: ['birds'] })).toEqual(['Gull two'])
    expect(await titles(ctx, { text: 'thr', prefix: true, family: 'claude' })).toEqual(['Gull three'])
    expect(await countFacets(ctx, { ...nothing, text: 'gull', category: 'coding' })).toEqual({
      found: 2,
      more: false,
      partial: [],
      categories: [
        { value: 'coding', count: 2 },
        { value: 'language', count: 2 },
      ],
      tags: [
        { value: 'birds', count: 2 },
        { value: 'c', count: 1 },
        { value: 'c++', count: 1 },
      ],
      families: [
        { value: 'claude', count: 1 },
        { value: 'gpt', count: 1 },
      ],
      authors: [{ value: { id: owner.id, name: 'Ada', colour: expect.any(String), guest: false }, count: 2 }],
    })
  })

  it('counts authors as if none were chosen, without what comes with the program', async () => {
    const { owner, other } = await build(world())
    const ctx = ctxOf(world())
    const { authors, found } = await countFacets(ctx, { ...nothing, text: 'gull', tags: ['birds'], authorId: other.id })
    const counts = authors.filter(({ value }) => [owner.id, other.id].includes(value.id))
    expect(counts.map(({ value, count }) => [value.id, count])).toEqual([
      [owner.id, 2],
      [other.id, 1],
    ])
    expect(found).toBe(1)
    const everything = await countFacets(ctx, nothing)
    expect(everything.authors.reduce((sum, { count }) => sum + count, 0)).toBeLessThan(everything.found)
  })

  it('counts beside each tag how many are found once it is chosen, too', async () => {
    await build(world())
    const ctx = ctxOf(world())
    const filter = { ...nothing, text: 'gull', tags: ['birds'] }
    const { tags } = await countFacets(ctx, filter)
    expect(tags).toHaveLength(4)
    for (const { value, count } of tags) {
      expect(await titles(ctx, { ...filter, tags: [...new Set(['birds', value])] })).toHaveLength(count)
    }
  })

  it('finds a template by what it is now: its tags, family and owner', async () => {
    const { id, owner } = await buildTemplate(world(), { title: 'Skua', tags: ['before'] })
    const other = await buildUser(world())
    const ctx = ctxOf(world())
    const patch = (values: object) => withTransaction(ctx, async (tx) => Template.with(tx).findById(id).patch(values))
    expect(await titles(ctx, { tags: ['before'] })).toEqual(['Skua'])
    await patch({ tags: ['after'], family: 'plain' })
    expect(await titles(ctx, { tags: ['before'] })).toEqual([])
    expect(await titles(ctx, { tags: ['after'], family: 'plain', authorId: owner.id })).toEqual(['Skua'])
    await patch({ ownerId: other.id })
    expect(await titles(ctx, { tags: ['after'], authorId: owner.id })).toEqual([])
    expect(await titles(ctx, { text: 'skua', authorId: other.id })).toEqual(['Skua'])
    await patch({ family: null })
    expect(await titles(ctx, { tags: ['after'], family: 'plain' })).toEqual([])
  })

  it('finds the templates that come with the program by their category and tags', async () => {
    const { knex } = world().database
    const [starter] = await knex('templates').whereNull('ownerId').whereNot('tags', '[]').limit(1)
    const [tag] = typeof starter.tags === 'string' ? JSON.parse(starter.tags) : starter.tags
    expect(await titles(ctxOf(world()), { tags: [tag], category: starter.category })).toContain(starter.title)
  })

  it('is not searched by what stands for a filter', async () => {
    const [pair] = pairTerms([
      { kind: 'tag', value: 'birds' },
      { kind: 'category', value: 'coding' },
    ])
    const token = filterTerms([{ kind: 'category', value: 'coding' }])[0]?.text ?? ''
    expect(
      await world().database.knex('template_search').where('tokens', 'like', `% ${token} %`).first('templateId'),
    ).toBeDefined()
    for (const text of [token, token.slice(2), pair?.text ?? '']) {
      for (const prefix of [false, true]) expect(await titles(ctxOf(world()), { text, prefix })).toEqual([])
    }
  })
})
