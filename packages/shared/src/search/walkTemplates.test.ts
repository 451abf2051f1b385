import { templateSorts } from '@prologue/contracts'
import { beforeAll, expect, it } from 'vitest'
import { withTransaction } from '../context.ts'
import { filterTerms } from '../database/words/index.ts'
import { Template, type User } from '../models/index.ts'
import { publicTemplates } from '../policies/index.ts'
import { buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { sources } from './sources.ts'
import { walkTemplates, type Walk } from './walkTemplates.ts'

const terms = [{ text: 'puffin', prefix: false, weight: 1 }]

onEachDatabase('a walk', (world) => {
  let owner: User

  beforeAll(async () => {
    owner = await buildUser(world())
    await withTransaction(ctxOf(world()), async (tx) => {
      for (let number = 0; number < 60; number++) {
        await Template.with(tx).insert({
          ownerId: number % 2 === 0 ? null : owner.id,
          slug: `puffin-${number}`,
          title: number % 3 === 0 ? 'Puffin' : 'Gull',
          description: '',
          category: 'writing',
          tags: [],
          visibility: number % 10 === 9 ? 'private' : 'public',
          latestNumber: 1,
        })
      }
    })
    // Many are alike in what they are sorted by, so that parts end among them.
    const { knex } = world().database
    await knex('templates')
      .where('slug', 'like', 'puffin-%')
      .update({ usageCount: knex.raw('length(slug)'), ratingCount: 2, ratingSum: 8 })
  })

  it.each(templateSorts)('finds the same in parts as at once, %s first, with what only its owner sees', async (order) => {
    const ctx = ctxOf(world(), owner)
    const search = {
      source: sources.templates,
      order,
      terms,
      filters: [],
      after: null,
      limit: 30,
      closed: true,
    } satisfies Walk
    const atOnce = await walkTemplates(ctx, search, { first: 10_000, goesOn: () => true })
    expect(atOnce).toHaveLength(20)
    expect(await walkTemplates(ctx, search, { first: 3, goesOn: () => true })).toEqual(atOnce)
    const some = await walkTemplates(ctx, { ...search, limit: 8 }, { first: 3, goesOn: () => true })
    expect(some).toEqual(atOnce?.slice(0, 8))
    // Somebody else sees no private ones.
    expect(await walkTemplates(ctxOf(world()), search, { first: 3, goesOn: () => true })).toHaveLength(18)
  })

  it('gives up where too many rows seem to be left', async () => {
    const search = {
      source: sources.templates,
      order: 'newest',
      terms,
      filters: [],
      after: null,
      limit: 30,
      closed: true,
    } as const
    const asked: number[] = []
    const goesOn = (rows: number) => asked.push(rows) < 2
    expect(await walkTemplates(ctxOf(world(), owner), search, { first: 9, goesOn })).toBeNull()
    // Of the first 9, about a third have the word; after 27, it is a third still.
    expect(asked).toHaveLength(2)
    for (const rows of asked) expect(rows).toBeGreaterThan(40)
  })

  it.each(templateSorts)('finds by filters the same in one go as at once, %s first', async (order) => {
    const filters = filterTerms([
      { kind: 'category', value: 'writing' },
      { kind: 'author', value: owner.id },
    ])
    const asked = {
      source: { ...sources.templates, visible: publicTemplates },
      order,
      terms: [],
      filters,
      after: null,
      closed: false,
    }
    const atOnce = await walkTemplates(ctxOf(world()), { ...asked, limit: 30 }, { first: 10_000, goesOn: () => true })
    expect(atOnce).toHaveLength(24)
    expect(await walkTemplates(ctxOf(world()), { ...asked, limit: 30 }, { first: 3, goesOn: () => true })).toEqual(atOnce)
    const some = await walkTemplates(ctxOf(world()), { ...asked, limit: 7 }, { first: 3, goesOn: () => true })
    expect(some).toEqual(atOnce?.slice(0, 7))
  })
})
