import { describe, expect, it } from 'vitest'
import { choosePlan } from './choosePlan.ts'

const shares = { everywhere: 0.6, common: 0.2, usual: 0.02, rare: 0.000_5 }
type Word = keyof typeof shares

const texts = (of: { text: string }[]) => of.map(({ text }) => text)

function planFor(words: Word[], rows: number, readable: boolean) {
  const terms = words.map((text) => ({ text, prefix: false }))
  const frequencies = { rows, share: ({ text }: { text: string }) => shares[text as Word] }
  const plan = choosePlan({ terms, frequencies, costs: { posting: 1.5, row: 10, candidate: 10 }, page: 50, readable })
  return plan.way === 'walk' ? 'walk' : { ask: texts(plan.terms), test: texts(plan.tests) }
}

describe('the plan of a search', () => {
  it('asks the index for rare words and tests the rows for common ones', () => {
    expect(planFor(['everywhere', 'rare', 'common'], 1_000_000, true)).toEqual({ ask: ['rare'], test: ['common', 'everywhere'] })
    expect(planFor(['usual', 'everywhere', 'usual'], 100_000, true)).toMatchObject({ ask: ['usual', 'usual'] })
  })

  it('walks an order where the words are in so many rows that a page is soon full', () => {
    expect(planFor(['everywhere', 'common'], 1_000_000, true)).toBe('walk')
    expect(planFor(['rare'], 1_000_000, true)).toEqual({ ask: ['rare'], test: [] })
  })

  it('tries a walk where the index takes long, as words of one subject go together more often than by chance', () => {
    expect(planFor(['usual', 'everywhere', 'usual'], 1_000_000, true)).toBe('walk')
  })

  it('ranks by relevance unless that takes too long', () => {
    expect(planFor(['everywhere', 'common'], 10_000, false)).not.toBe('walk')
    expect(planFor(['everywhere', 'common'], 1_000_000, false)).toBe('walk')
  })

  it('asks the index where nothing was counted yet', () => {
    expect(planFor(['everywhere'], 0, true)).toEqual({ ask: ['everywhere'], test: [] })
  })
})
