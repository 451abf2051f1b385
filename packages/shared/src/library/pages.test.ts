import { browseLibrarySchema, limits, templateSorts } from '@prologue/contracts'
import { beforeAll, expect, it } from 'vitest'
import { withTransaction } from '../context.ts'
import { Template, type User } from '../models/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { browseLibrary } from './index.ts'

const size = 2 * limits.cards + 3
const keys = { 'best-rated': 'ratingScore', 'most-used': 'usageCount', trending: 'trendingScore', newest: 'listedAt' } as const

onEachDatabase('the pages of the library', (world) => {
  let owner: User
  let ids: string[]

  beforeAll(async () => {
    owner = await buildUser(world())
    ids = []
    await withTransaction(ctxOf(world()), async (tx) => {
      for (let number = 0; number < size; number++) {
        const { id } = await Template.with(tx).insert({
          ownerId: owner.id,
          slug: `petrel-${number}`,
          title: 'Petrel',
          description: '',
          category: 'writing',
          tags: ['petrel'],
          visibility: 'public',
          latestNumber: 1,
        })
        ids.push(id)
      }
    })
    // Three groups of equals, which the ends of pages cut.
    for (const [index, id] of ids.entries()) {
      const group = index % 3
      const same = { usageCount: group, trendingScore: group * 1000, publishedAt: new Date(1_790_000_000_000 + group) }
      await world()
        .database.knex('templates')
        .where({ id })
        .update({ ...same, ratingCount: group, ratingSum: group * 5 })
    }
  })

  async function walk(more: object): Promise<string[]> {
    const found: string[] = []
    for (let cursor: string | undefined; ;) {
      const page = await browseLibrary(ctxOf(world(), owner), browseLibrarySchema.parse({ ...more, cursor }))
      found.push(...page.items.map(({ template }) => template.id))
      if (page.nextCursor === null) return found
      expect(page.items).toHaveLength(limits.cards)
      cursor = page.nextCursor
    }
  }

  it.each(templateSorts)('hold each template once, %s first, with filters and without', { timeout: 30_000 }, async (sort) => {
    const all = await walk({ sort })
    expect(new Set(all).size).toBe(all.length)
    expect(all).toEqual(expect.arrayContaining(ids))
    const rows = await world().database.knex('templates').whereIn('id', all).select('id', { value: keys[sort] })
    const values = new Map(rows.map(({ id, value }) => [id, new Date(value).getTime()]))
    const inOrder = all.map((id) => values.get(id) ?? 0)
    expect(inOrder).toEqual(inOrder.toSorted((one, other) => other - one))
    const mine = all.filter((id) => ids.includes(id))
    for (const filter of [
      { tags: ['petrel'] },
      { authorId: owner.id },
      { scope: 'mine' },
      { text: 'petrel', category: 'writing' },
    ]) {
      expect(await walk({ ...filter, sort }), JSON.stringify(filter)).toEqual(mine)
    }
  })

  it('are by relevance those of the words, and where there are none those rated best', async () => {
    expect((await walk({ text: 'petrel' })).toSorted()).toEqual(ids.toSorted())
    expect(await walk({ tags: ['petrel'] })).toEqual(await walk({ tags: ['petrel'], sort: 'best-rated' }))
    expect(await walk({ scope: 'mine' })).toEqual(await walk({ scope: 'mine', sort: 'best-rated' }))
  })

  it('show of each template what the page of it shows, and what the reader may do', async () => {
    const {
      id,
      slug,
      owner: author,
    } = await buildTemplate(world(), {
      tags: ['mail', '邮件'],
      description: 'Kind and short',
      category: 'data',
    })
    const reader = ctxOf(world(), await buildUser(world()))
    const { items } = await browseLibrary(
      reader,
      browseLibrarySchema.parse({ category: 'data', sort: 'newest', text: 'careful kind' }),
    )
    const template = {
      id,
      slug,
      title: 'A careful editor',
      description: 'Kind and short',
      category: 'data',
      tags: ['mail', '邮件'],
      family: null,
      visibility: 'public',
      owner: { id: author.id, name: 'Ada', colour: expect.stringMatching(/^#/), guest: false },
      latestNumber: 1,
      ratingCount: 0,
      ratingAverage: null,
      usageCount: 0,
      createdAt: expect.any(Date),
      updatedAt: expect.any(Date),
      abilities: expect.arrayContaining(['template:read', 'template:rate']),
    }
    const marked = {
      title: { text: 'A careful editor', ranges: [{ start: 2, end: 9 }] },
      description: { text: 'Kind and short', ranges: [{ start: 0, end: 4 }] },
      tags: template.tags.map((text) => ({ text, ranges: [] })),
    }
    expect(items).toEqual([{ template, isFavourite: false, ...marked }])
  })

  it('are refused where the list did not name them', async () => {
    const ctx = ctxOf(world())
    const { nextCursor } = await browseLibrary(ctx, browseLibrarySchema.parse({ sort: 'newest' }))
    expect(nextCursor).not.toBeNull()
    const asked = [{ sort: 'most-used', cursor: nextCursor }, ...['', '1', '1.x', '1 or 1=1'].map((cursor) => ({ cursor }))]
    for (const input of asked) {
      await expect(browseLibrary(ctx, browseLibrarySchema.parse(input))).rejects.toMatchObject({ code: 'VALIDATION' })
    }
  })
})
