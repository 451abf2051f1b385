import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { withTransaction, type Ctx } from '../context.ts'
import { rateTemplate, withdrawRating } from '../ratings/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { getTemplate, moveTemplateLabel, saveTemplateVersion, updateTemplate } from './index.ts'

const many = 100
const text = { content: 'Changed', variables: [], settings: {}, message: '' }

/** What the aggregates of a template say, and what its ratings themselves say. */
async function ratingsOf({ database: { knex } }: World, templateId: string) {
  const kept = await knex('templates').where({ id: templateId }).first('ratingCount', 'ratingSum', 'ratingScore')
  const rows = await knex('template_ratings').where({ templateId }).pluck<number[]>('rating')
  const sum = rows.reduce((total, rating) => total + rating, 0)
  const ratingScore = Math.floor(((sum + 35) * 1_000_000) / (rows.length + 10))
  return { kept: { ...kept }, truth: { ratingCount: rows.length, ratingSum: sum, ratingScore } }
}

async function numbersOf({ database: { knex } }: World, templateId: string): Promise<number[]> {
  return knex('template_versions').where({ templateId }).orderBy('number').pluck<number[]>('number')
}

onEachDatabase('many at once', (world) => {
  it('100 people rate a template: every rating counts, none fails', { timeout: 60_000 }, async () => {
    const { id: templateId } = await buildTemplate(world())
    const people: Ctx[] = []
    for (let count = 0; count < many; count++) people.push(ctxOf(world(), await buildUser(world())))
    await Promise.all(people.map((ctx, index) => rateTemplate(ctx, { templateId, rating: (index % 5) + 1, review: null })))
    const { kept, truth } = await ratingsOf(world(), templateId)
    expect(truth).toMatchObject({ ratingCount: many, ratingSum: 300 })
    expect(kept).toEqual(truth)
    // Half of them change their mind while the others take theirs back.
    await Promise.all(
      people.map((ctx, index) =>
        index % 2 === 0 ? rateTemplate(ctx, { templateId, rating: 5, review: 'Now I see' }) : withdrawRating(ctx, { templateId }),
      ),
    )
    const later = await ratingsOf(world(), templateId)
    expect(later.truth).toMatchObject({ ratingCount: many / 2, ratingSum: (many / 2) * 5 })
    expect(later.kept).toEqual(later.truth)
  })

  it('one person changes their rating 100 times: one rating stays, none fails', { timeout: 60_000 }, async () => {
    const { id: templateId } = await buildTemplate(world())
    const ctx = ctxOf(world(), await buildUser(world()))
    const rate = (rating: number) => rateTemplate(ctx, { templateId, rating, review: null })
    await Promise.all(Array.from({ length: many }, (_, index) => rate((index % 5) + 1)))
    const { kept, truth } = await ratingsOf(world(), templateId)
    expect(truth.ratingCount).toBe(1)
    expect(kept).toEqual(truth)
  })

  it('100 versions are saved on the same one: one is, and 99 are told', { timeout: 60_000 }, async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const ctx = ctxOf(world(), owner)
    const saving = Array.from({ length: many }, () => saveTemplateVersion(ctx, { templateId, basedOn: 1, ...text }))
    const results = await Promise.allSettled(saving)
    expect(results).toContainEqual({ status: 'fulfilled', value: expect.objectContaining({ number: 2 }) })
    const refused = results.filter((result) => result.status === 'rejected').map(({ reason }): unknown => reason)
    expect(refused).toHaveLength(many - 1)
    for (const reason of refused) {
      expect(reason).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('save again') })
    }
    expect(await numbersOf(world(), templateId)).toEqual([1, 2])
  })

  it('100 people save, each again on the newest: all are saved, without gap or double', { timeout: 120_000 }, async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const ctx = ctxOf(world(), owner)
    const numbers = await Promise.all(Array.from({ length: many }, () => saveOnNewest(ctx, templateId)))
    const expected = Array.from({ length: many }, (_, index) => index + 2)
    expect(numbers.toSorted((one, other) => one - other)).toEqual(expected)
    expect(await numbersOf(world(), templateId)).toEqual([1, ...expected])
    expect(await getTemplate(ctx, { id: templateId })).toMatchObject({ latestNumber: many + 1 })
  })

  it('a label is moved 100 times: there is one, and each move knows what it displaced', { timeout: 60_000 }, async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const ctx = ctxOf(world(), owner)
    await saveTemplateVersion(ctx, { templateId, basedOn: 1, ...text })
    const move = (number: number) => moveTemplateLabel(ctx, { templateId, name: 'production', number })
    const moves = await Promise.all(Array.from({ length: many }, (_, index) => move((index % 2) + 1)))
    expect(moves.filter(({ displaced }) => displaced === null)).toHaveLength(1)
    expect(await world().database.knex('template_labels').where({ templateId })).toHaveLength(1)
  })

  it('two transactions take the same two templates in opposite order: both succeed', { timeout: 60_000 }, async () => {
    const one = await buildTemplate(world())
    const other = await buildTemplate(world(), { owner: one.owner })
    const ctx = ctxOf(world(), one.owner)
    let tries = 0
    const holding: string[] = []
    const run = (title: string, [first, second]: [string, string]) =>
      withTransaction(ctx, async (tx) => {
        tries++
        await updateTemplate(tx, { id: first, title })
        holding.push(title)
        // Until both hold their first; where there is one connection, the other waits for all of this.
        for (let waited = 0; holding.length < 2 && waited < 100; waited++) await sleep(20)
        const together = holding.length > 1
        await updateTemplate(tx, { id: second, title })
        return together
      })
    const seen = await Promise.all([run('Forth', [one.id, other.id]), run('Back', [other.id, one.id])])
    // Where both held one, neither could go on: the database ended one of them, and it was run again.
    expect(tries).toBe(seen.every(Boolean) ? 3 : 2)
    const titles = [await getTemplate(ctx, { id: one.id }), await getTemplate(ctx, { id: other.id })].map(({ title }) => title)
    expect(new Set(titles).size).toBe(1)
  })
})

/** Saves on the newest version, again on the then newest where somebody was faster. Answers the number. */
async function saveOnNewest(ctx: Ctx, templateId: string): Promise<number> {
  for (;;) {
    try {
      const { latestNumber: basedOn } = await ctx.db('templates').where({ id: templateId }).first('latestNumber')
      return (await saveTemplateVersion(ctx, { templateId, basedOn, ...text })).number
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error
      await sleep(Math.random() * 500)
    }
  }
}
