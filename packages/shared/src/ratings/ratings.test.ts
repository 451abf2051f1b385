import { limits } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { listReviews, rateTemplate, summariseRatings } from './index.ts'

onEachDatabase('what people think of a template', (world) => {
  async function rated(...given: [rating: number, review: string | null][]) {
    const { id: templateId } = await buildTemplate(world())
    for (const [number, [rating, review]] of given.entries()) {
      const user = await buildUser(world(), { name: `Person ${number}` })
      await rateTemplate(ctxOf(world(), user), { templateId, rating, review })
    }
    return templateId
  }

  it('is counted by its stars, for everybody who may read it', async () => {
    const templateId = await rated([5, null], [5, 'Good.'], [1, null], [4, null])
    expect(await summariseRatings(ctxOf(world()), { templateId })).toEqual({ counts: [1, 0, 0, 1, 2] })
    expect(await summariseRatings(ctxOf(world()), { templateId: await rated() })).toEqual({ counts: [0, 0, 0, 0, 0] })
    const { id } = await buildTemplate(world(), { visibility: 'private' })
    await expect(summariseRatings(ctxOf(world()), { templateId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(listReviews(ctxOf(world()), { templateId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is read in their words, the newest first, with who wrote them and never an address', async () => {
    const templateId = await rated([5, 'Saved me an hour.'], [1, null], [2, 'It forgot the tone.'])
    const { items, nextCursor } = await listReviews(ctxOf(world()), { templateId })
    expect(items.map(({ rating, review, author }) => [rating, review, author.name])).toEqual([
      [2, 'It forgot the tone.', 'Person 2'],
      [5, 'Saved me an hour.', 'Person 0'],
    ])
    expect(nextCursor).toBeNull()
    expect(JSON.stringify(items)).not.toContain('@')
  })

  it('is read on page by page, each once', async () => {
    const templateId = await rated(...Array.from({ length: limits.page + 1 }, (_, n): [number, string] => [3, `Number ${n}`]))
    const first = await listReviews(ctxOf(world()), { templateId })
    const second = await listReviews(ctxOf(world()), { templateId, cursor: first.nextCursor ?? '' })
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([limits.page, 1, null])
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(limits.page + 1)
    await expect(listReviews(ctxOf(world()), { templateId, cursor: 'nonsense' })).rejects.toMatchObject({ code: 'VALIDATION' })
  })
})
