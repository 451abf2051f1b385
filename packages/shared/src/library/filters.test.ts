import type { LibraryFilter, TemplateFamily } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { withTransaction, type Ctx } from '../context.ts'
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
    })
  })
})
