import type { Model } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { byProvider, priceWords, spentWords } from './modelWords.ts'

const model: Model = {
  providerId: 'a',
  provider: 'Anthropic',
  kind: 'anthropic',
  model: 'large',
  family: 'claude',
  local: false,
  price: { input: 2_500_000, cachedInput: null, output: 10_000_000 },
  contextTokens: null,
}

test('a price is said where it is known, and never as nothing where it is not', () => {
  expect(priceWords(model)).toBe('$2.50 in, $10.00 out per million tokens')
  expect(priceWords({ ...model, price: { ...model.price, output: null } })).toBe('price unknown')
  expect(priceWords({ ...model, local: true, price: { input: 0, cachedInput: null, output: null } })).toBe('price unknown')
  expect(priceWords({ ...model, local: true, price: { input: 0, cachedInput: null, output: 0 } })).toBe('local, free')
  expect(priceWords({ ...model, local: true })).toBe('$2.50 in, $10.00 out per million tokens')
})

test('what is spent is said of how much, and when it was all', () => {
  expect(spentWords({ spentToday: 0, dailyBudget: null })).toBe('Spent today: $0')
  expect(spentWords({ spentToday: 20_000, dailyBudget: null })).toBe('Spent today: about $0.02')
  expect(spentWords({ spentToday: 20_000, dailyBudget: 1_000_000 })).toBe('Spent today: about $0.02 of $1.00')
  expect(spentWords({ spentToday: 1_000_000, dailyBudget: 1_000_000 })).toContain('Today’s $1.00 are spent.')
})

test('models stand by who offers them, two providers of one name apart', () => {
  const groups = byProvider([model, { ...model, providerId: 'b', model: 'other' }, { ...model, model: 'small' }])
  expect(groups.map(({ models }) => models.map((one) => one.model))).toEqual([['large', 'small'], ['other']])
})
