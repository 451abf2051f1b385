import type { Model } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { measure } from './measure.ts'
import { costWords, fitWords, shareWords, shortWords } from './measureWords.ts'

const model: Model = {
  providerId: 'a',
  provider: 'House',
  kind: 'openai',
  model: 'large',
  family: 'gpt',
  local: false,
  price: { input: 2_500_000, cachedInput: null, output: 10_000_000 },
  contextTokens: 10_000,
}
const of = (tokens: number, some: Partial<Model> = {}) => measure({ tokens, exact: true }, { ...model, ...some })

test('a text costs what its tokens cost to read, in micro-USD', () => {
  expect(of(1_000).cost).toBe(2_500)
  expect(shortWords(of(1_000))).toBe('1,000 tokens · $0.0025')
  expect(shortWords(of(1))).toBe('1 token · under $0.0001')
})

test('a local model costs nothing, and an unknown price is not nothing', () => {
  const local = of(1_000, { local: true, price: { input: null, cachedInput: null, output: null } })
  expect([local.cost, costWords(local), shortWords(local)]).toEqual([0, 'free', '1,000 tokens'])
  const unknown = of(1_000, { price: { input: null, cachedInput: null, output: 1 } })
  expect([unknown.cost, costWords(unknown), shortWords(unknown)]).toEqual([null, 'unknown', '1,000 tokens'])
})

test('what is not counted by the model’s own way is marked so', () => {
  expect(shortWords(measure({ tokens: 1_234, exact: false }, undefined))).toBe('≈ 1,234 tokens')
  expect(shortWords(measure({ tokens: 1_234, exact: false }, model))).toBe('≈ 1,234 tokens · $0.0031')
})

test('above four fifths of what the model reads it is tight, above all of it too much', () => {
  expect(of(8_000).fit).toBe('well')
  expect(of(8_001).fit).toBe('tight')
  expect(of(10_000).fit).toBe('tight')
  expect(of(10_001).fit).toBe('over')
  expect(shortWords(of(9_999))).toBe('9,999 tokens · 99 % of large')
  expect(fitWords(of(8_000))).toBe('')
  expect(fitWords(of(9_000))).toContain('little room')
  expect(fitWords(of(11_000))).toContain('more than large reads at once')
})

test('a size that nobody knows warns of nothing', () => {
  const unknown = of(1_000_000, { contextTokens: null })
  expect([unknown.fit, shareWords(unknown)]).toEqual(['well', 'unknown'])
  expect(shareWords(of(4))).toBe('under 0.1 % of 10,000')
  expect(shareWords(of(42))).toBe('0.42 % of 10,000')
  expect(shareWords(of(4_299))).toBe('42 % of 10,000')
})
