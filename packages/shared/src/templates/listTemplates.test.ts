import { limits, templateSorts } from '@prologue/contracts'
import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { visibleTemplates } from '../policies/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { listTemplates } from './index.ts'

type Input = Parameters<typeof listTemplates>[1]

/** The whole list, page by page. */
async function walk(ctx: Ctx, input: Input) {
  const first = await listTemplates(ctx, input)
  const items = [...first.items]
  for (let cursor = first.nextCursor; cursor !== null;) {
    const page = await listTemplates(ctx, { ...input, cursor })
    expect(page.items.length).toBeGreaterThan(0)
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}

onEachDatabase('the library', (world) => {
  it('is walked by every sort without gap or double, also where all are alike', { timeout: 30_000 }, async () => {
    const owner = await buildUser(world())
    const ids: string[] = []
    for (let made = 0; made < limits.page * 2 + 3; made++) ids.push((await buildTemplate(world(), { owner })).id)
    const { knex } = world().database
    // Three groups of equals, which the ends of pages cut.
    for (const [index, id] of ids.entries()) {
      const group = index % 3
      const same = { usageCount: group, trendingScore: group * 1000, createdAt: new Date(1_790_000_000_000 + group) }
      await knex('templates')
        .where({ id })
        .update({ ...same, ratingCount: group, ratingSum: group * 5 })
    }
    for (const sort of templateSorts) {
      const mine = await walk(ctxOf(world(), owner), { scope: 'mine', sort })
      expect(mine.map(({ id }) => id).toSorted(), sort).toEqual(ids.toSorted())
      const all = await walk(ctxOf(world()), { scope: 'public', sort })
      expect(new Set(all.map(({ id }) => id)).size, sort).toBe(all.length)
      expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
      const ordered = mine.map(
        (item) =>
          ({
            'best-rated': item.ratingCount,
            'most-used': item.usageCount,
            trending: item.usageCount,
            newest: item.createdAt.getTime(),
          })[sort],
      )
      expect(ordered, sort).toEqual(ordered.toSorted((one, other) => other - one))
    }
  })

  it('shows of each template what the page of it shows, and what the reader may do', async () => {
    const { id, slug, owner } = await buildTemplate(world(), {
      tags: ['mail', '邮件'],
      description: 'Kind and short',
      category: 'data',
    })
    const reader = await buildUser(world())
    const { items } = await listTemplates(ctxOf(world(), reader), { scope: 'public', category: 'data', sort: 'newest' })
    expect(items.find((item) => item.id === id)).toEqual({
      id,
      slug,
      title: 'A careful editor',
      description: 'Kind and short',
      category: 'data',
      tags: ['mail', '邮件'],
      visibility: 'public',
      owner: { id: owner.id, name: 'Ada', colour: expect.stringMatching(/^#/), guest: false },
      latestNumber: 1,
      ratingCount: 0,
      ratingAverage: null,
      usageCount: 0,
      createdAt: expect.any(Date),
      updatedAt: expect.any(Date),
      abilities: ['template:read', 'template:rate', 'template:report'],
    })
  })

  it('is filtered by category', async () => {
    const { id } = await buildTemplate(world(), { category: 'language' })
    const all = await walk(ctxOf(world()), { scope: 'public', category: 'language', sort: 'newest' })
    expect(all.map((item) => item.id)).toContain(id)
    expect(new Set(all.map(({ category }) => category))).toEqual(new Set(['language']))
  })

  it('shows nobody more than the list scope does', async () => {
    const deletedOwner = await buildUser(world())
    const owner = await buildUser(world())
    for (const visibility of ['private', 'unlisted', 'public'] as const) {
      await buildTemplate(world(), { owner, visibility })
      await buildTemplate(world(), { owner: deletedOwner, visibility })
    }
    const { id: gone } = await buildTemplate(world(), { owner })
    const { knex } = world().database
    await knex('templates').where({ id: gone }).update({ deletedAt: new Date() })
    await knex('users').where({ id: deletedOwner.id }).update({ deletedAt: new Date() })
    for (const reader of [undefined, owner, deletedOwner, await buildUser(world(), { role: 'admin' })]) {
      const ctx = ctxOf(world(), reader)
      const query = knex('templates').select('templates.id')
      visibleTemplates(query, ctx.actor)
      const visible = new Set((await query).map((row: { id: string }) => row.id))
      const scopes = reader ? (['public', 'mine'] as const) : (['public'] as const)
      for (const scope of scopes) {
        const listed = await walk(ctx, { scope, sort: 'newest' })
        expect(listed.filter(({ id }) => !visible.has(id))).toEqual([])
      }
    }
    expect(await walk(ctxOf(world(), owner), { scope: 'mine', sort: 'newest' })).toHaveLength(3)
  })

  it('refuses a page that it did not name', async () => {
    for (const cursor of [
      '',
      '1',
      '1.x',
      `x.${'0'.repeat(36)}`,
      '1 or 1=1',
      `${'9'.repeat(20)}.0198c0de-0000-7000-8000-000000000000`,
    ]) {
      const trying = listTemplates(ctxOf(world()), { scope: 'public', sort: 'newest', cursor })
      await expect(trying, cursor).rejects.toMatchObject({ code: 'VALIDATION' })
    }
  })
})
