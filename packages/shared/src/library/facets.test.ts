import { randomUUID } from 'node:crypto'
import { libraryFilterSchema } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { insertRows } from '../database/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { countFacets } from './index.ts'

const everything = libraryFilterSchema.parse({})
const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0)

onEachDatabase('the numbers beside the filters', (world) => {
  it('are of all that is found up to a thousand, and of a thousand where there is one more', async () => {
    const owner = await buildUser(world())
    const { knex } = world().database
    const ctx = ctxOf(world())
    const { found: before } = await countFacets(ctx, everything)
    const now = new Date()
    const said = { ownerId: owner.id, title: 'Gannet', description: '', category: 'coding', tags: '[]', visibility: 'public' }
    const rows = Array.from({ length: 1_000 - before }, (_, number) => {
      const row = { id: randomUUID(), slug: `gannet-${number}`, createdAt: now, updatedAt: now, latestNumber: 1 }
      return Object.assign(row, said)
    })
    await knex.transaction((trx) => insertRows({ db: trx, database: world().database }, 'templates', rows))
    const exact = await countFacets(ctx, everything)
    expect([exact.found, exact.more, exact.partial, sum(exact.categories)]).toEqual([1_000, false, [], 1_000])
    await buildTemplate(world(), { owner, category: 'research' })
    const cut = await countFacets(ctx, everything)
    expect([cut.found, cut.more, sum(cut.categories)]).toEqual([1_000, true, 1_000])
    expect(cut.partial).toEqual(['categories', 'tags', 'families', 'authors'])
    // The others are counted as if no category were chosen, which is more than a thousand.
    const chosen = await countFacets(ctx, { ...everything, category: 'research' })
    expect([chosen.more, chosen.partial]).toEqual([false, ['categories']])
  })
})
