import type { Model, ModelPrice } from '@prologue/contracts'
import { expect, test } from 'vitest'
import type { PriceRow } from './priceRows.ts'
import { contextWords, priceWords, sourceWords } from './priceWords.ts'

const offered: Model = {
  providerId: 'a',
  provider: 'House',
  kind: 'openai',
  model: 'large',
  family: 'gpt',
  local: false,
  price: { input: 2_500_000, cachedInput: 75_000, output: null },
  contextTokens: 1_047_576,
}
const set: ModelPrice = { id: 'p', provider: null, model: 'large', input: 1, cachedInput: null, output: 0, contextTokens: null }
const row: PriceRow = { id: 'r', provider: 'House', model: 'large', offered, set: undefined }

test('what is not known is said so, what costs nothing is free', () => {
  expect(priceWords(row, 'input')).toBe('$2.50')
  expect(priceWords(row, 'cachedInput')).toBe('$0.075')
  expect(priceWords(row, 'output')).toBe('unknown')
  expect(priceWords({ ...row, offered: { ...offered, local: true } }, 'output')).toBe('free')
  expect(priceWords({ ...row, offered: undefined, set }, 'output')).toBe('free')
  expect(priceWords({ ...row, offered: undefined, set }, 'cachedInput')).toBe('unknown')
  expect(contextWords(row)).toBe('1,047,576')
  expect(contextWords({ ...row, offered: undefined, set })).toBe('unknown')
})

test('a row says where its numbers come from', () => {
  expect(sourceWords(row)).toBe('House')
  expect(sourceWords({ ...row, set })).toBe('House, set here for every provider')
  expect(sourceWords({ ...row, set: { ...set, provider: 'House' } })).toBe('House, set here')
  expect(sourceWords({ ...row, offered: undefined, set })).toBe('set here, offered by nobody now')
})
