import { describe, expect, it } from 'vitest'
import { choosePlan, matchPlan, someAreSooner } from './choosePlan.ts'

const shares = { everywhere: 0.6, common: 0.2, usual: 0.02, rare: 0.000_5 }
type Word = keyof typeof shares

const costs = { posting: 1.5, row: 10, candidate: 10, entry: 0.5 }
const texts = (of: { text: string }[]) => of.map(({ text }) => text)

const termsOf = (words: Word[]) => words.map((text) => ({ text, prefix: false }))

function planFor(words: Word[], rows: number, readable: boolean, filters: Word[] = [], pairs: Word[] = []) {
  const frequencies = { rows, share: ({ text }: { text: string }) => shares[text as Word] }
  const plan = choosePlan({
    words: termsOf(words),
    filters: termsOf(filters),
    pairs: termsOf(pairs),
    frequencies,
    costs,
    page: 50,
    readable,
  })
  return plan.way === 'walk' ? 'walk' : { ask: texts(plan.terms), test: texts(plan.tests) }
}

function some(words: Word[], filters: Word[], rows = 1_000_000) {
  const frequencies = { rows, share: ({ text }: { text: string }) => shares[text as Word] }
  const plan = someAreSooner({ words: termsOf(words), filters: termsOf(filters), pairs: [], frequencies, costs, page: 1_000 })
  return plan && texts(plan.terms)
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

  it('walks further where filters leave few rows to be tested', () => {
    // Both words together cost as much to ask the index for.
    expect(planFor(['usual', 'usual'], 100_000, true)).toMatchObject({ ask: ['usual', 'usual'] })
    expect(planFor(['usual'], 100_000, true, ['usual'])).toBe('walk')
  })

  it('tries a walk for filters alone, whatever was counted, and gives it up where they seem rare', () => {
    for (const rows of [0, 100, 1_000_000]) {
      const plan = choosePlan({
        words: [],
        filters: termsOf(['rare']),
        pairs: [],
        frequencies: { rows, share: () => 0.000_5 },
        costs,
        page: 50,
        readable: true,
      })
      if (plan.way !== 'walk') throw new Error('A walk was expected')
      expect([plan.goesOn(10_000), plan.goesOn(100_000)]).toEqual([true, false])
      expect(texts(plan.instead.terms)).toEqual(['rare'])
    }
  })

  it('asks the index for a pair of filters, tests both, and never a pair', () => {
    const both = { ask: ['rare'], test: ['usual', 'common'] }
    expect(planFor([], 1_000_000, false, ['common', 'usual'], ['rare'])).toEqual(both)
    expect(planFor(['usual'], 1_000_000, true, ['common'], ['rare', 'common'])).toEqual(both)
  })

  it('walks to the end where nothing is asked for', () => {
    const frequencies = { rows: 0, share: () => 1 }
    const plan = choosePlan({ words: [], filters: [], pairs: [], frequencies, costs, page: 50, readable: true })
    expect(plan).toMatchObject({ way: 'walk', first: 50 })
    expect(plan.way === 'walk' && plan.goesOn(1_000_000_000)).toBe(true)
  })

  it('takes any rows only where sorting all and walking to enough of them both take long', () => {
    expect([some(['usual'], []), some([], ['usual', 'usual'])]).toEqual([['usual'], ['usual', 'usual']])
    expect([some([], []), some(['rare'], []), some(['everywhere'], []), some(['usual'], [], 10_000)]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('asks for words and tests for filters where nobody has counted', () => {
    const terms = [
      { text: 'a category', prefix: false, guess: 0.1 },
      { text: 'word', prefix: false },
    ]
    const { match } = matchPlan({ terms, pairs: [] }, { rows: 0, share: ({ guess = 0.000_5 }) => guess }, costs)
    expect([texts(match.terms), texts(match.tests)]).toEqual([['word'], ['a category']])
  })
})
