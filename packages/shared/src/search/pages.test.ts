import { limits, type SearchInput, type SearchSort } from '@prologue/contracts'
import { beforeAll, expect, it } from 'vitest'
import { withTransaction, type Ctx } from '../context.ts'
import { Template } from '../models/index.ts'
import { ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { countWords, search } from './index.ts'

/** More than two pages, of which many are alike in what they are sorted by. */
const size = 2 * limits.page + 20

async function buildLibrary(world: World): Promise<void> {
  await withTransaction(ctxOf(world), async (tx) => {
    for (let number = 0; number < size; number++) {
      await Template.with(tx).insert({
        ownerId: null,
        slug: `puffin-${number}`,
        title: number % 3 === 0 ? 'Puffin guide' : 'A guide',
        description: number % 2 === 0 ? 'Of a puffin' : 'Puffin, rare',
        category: 'writing',
        tags: [],
        visibility: 'public',
        latestNumber: 1,
      })
    }
  })
  const { knex } = world.database
  for (let number = 0; number < size; number++) {
    const count = number % 5
    const values = { ratingCount: count, ratingSum: count * 4, usageCount: number % 7, trendingScore: number % 4 }
    await knex('templates')
      .where({ slug: `puffin-${number}` })
      .update(values)
  }
}

/** All pages of a search, as the ids they show. */
async function readAll(ctx: Ctx, input: { text: string; sort: SearchSort }): Promise<string[][]> {
  const pages: string[][] = []
  for (let cursor: string | undefined; pages.length < 10;) {
    const { items, nextCursor } = await search(ctx, { kind: 'templates', prefix: false, cursor, ...input })
    pages.push(items.map((hit) => (hit.kind === 'template' ? hit.template.slug : '')))
    if (nextCursor === null) return pages
    cursor = nextCursor
  }
  throw new Error('The pages do not come to an end')
}

const sorts = ['relevance', 'best-rated', 'most-used', 'trending', 'newest'] as const
const keys = { 'best-rated': 'ratingScore', 'most-used': 'usageCount', trending: 'trendingScore', newest: 'listedAt' } as const

const common = (words: string[]) => words.map((word) => ({ kind: 'templates', word, rowCount: 10_000_000 }))

onEachDatabase('the pages of a search', (world) => {
  beforeAll(() => buildLibrary(world()))

  it.each(sorts)('hold each hit once, %s first, whichever way they were found', async (sort) => {
    const { knex } = world().database
    const ctx = ctxOf(world())
    const ways: Record<string, object[]> = {
      'asking the index': [],
      'asking for the rarer word': [...common(['', 'puffin']), { kind: 'templates', word: 'guide', rowCount: 100 }],
      'walking the order': common(['', 'puffin', 'guide']),
      // A page is found so soon that there is no need to walk far: what was promised is not there.
      'walking in vain': [...common(['']), ...common(['puffin', 'guide', 'rare'])],
    }
    for (const [way, counted] of Object.entries(ways)) {
      await knex('search_words').delete()
      if (counted.length > 0) await knex('search_words').insert(counted)
      const text = way === 'walking in vain' ? 'puffin guide rare' : 'puffin guide'
      const pages = await readAll(ctx, { text, sort })
      const expected = way === 'walking in vain' ? size / 2 : size
      expect(new Set(pages.flat()).size, way).toBe(expected)
      expect(pages.flat(), way).toHaveLength(expected)
      for (const page of pages.slice(0, -1)) expect(page, way).toHaveLength(limits.page)
      if (sort === 'relevance') continue
      const rows = await knex('templates').whereIn('slug', pages.flat()).select('slug', { value: keys[sort] })
      const values = new Map(rows.map((row) => [row.slug, Number(row.value)]))
      const inOrder = pages.flat().map((slug) => values.get(slug) ?? 0)
      expect(inOrder, way).toEqual(inOrder.toSorted((one, other) => other - one))
    }
  })

  it('go on as they began when the words are counted meanwhile', async () => {
    const ctx = ctxOf(world())
    await world().database.knex('search_words').delete()
    const input = { kind: 'templates', text: 'puffin', sort: 'relevance', prefix: false } as const
    const first = await search(ctx, input)
    await countWords(world().database)
    const second = await search(ctx, { ...input, cursor: first.nextCursor ?? '' })
    const slugs = [...first.items, ...second.items].map((hit) => (hit.kind === 'template' ? hit.template.slug : ''))
    expect(new Set(slugs).size).toBe(2 * limits.page)
  })

  it('are no pages of another search', async () => {
    const ctx = ctxOf(world())
    const input: SearchInput = { kind: 'templates', text: 'puffin', sort: 'newest', prefix: false }
    const { nextCursor } = await search(ctx, input)
    expect(nextCursor).not.toBeNull()
    await expect(search(ctx, { ...input, sort: 'most-used', cursor: nextCursor ?? '' })).rejects.toMatchObject({
      code: 'VALIDATION',
    })
    for (const cursor of ['', 'x', 'newest~~1~x', `newest~~1e9~${'0'.repeat(36)}`, `a~~1~${'-'.repeat(36)}`]) {
      await expect(search(ctx, { ...input, cursor }), cursor).rejects.toMatchObject({ code: 'VALIDATION' })
    }
  })
})
