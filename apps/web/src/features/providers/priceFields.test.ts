import type { Model, ModelPrice } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { emptyPrice, knownOf, priceFieldsOf, priceFormSchema, type PriceFields } from './priceFields.ts'
import { priceRows } from './priceRows.ts'

const model: Model = {
  providerId: 'a',
  provider: 'House',
  kind: 'openai',
  model: 'large',
  family: 'gpt',
  local: false,
  price: { input: 2_500_000, cachedInput: 75_000, output: null },
  contextTokens: 128_000,
}
const price: ModelPrice = {
  id: '0197a4e0-0000-7000-8000-000000000001',
  provider: null,
  model: 'large',
  input: 1,
  cachedInput: null,
  output: 0,
  contextTokens: null,
}

const read = (some: Partial<PriceFields>) => priceFormSchema(undefined).safeParse({ ...emptyPrice, model: 'large', ...some }).data

test('what is typed as dollars is kept as micro-USD, and nothing as unknown', () => {
  expect(read({ input: '2.50' })?.input).toBe(2_500_000)
  expect(read({ input: ' $0.075 ' })?.input).toBe(75_000)
  expect(read({ input: '0.000001' })?.input).toBe(1)
  expect(read({ input: '0' })?.input).toBe(0)
  expect(read({ input: '' })?.input).toBeNull()
  for (const wrong of ['2,50', '-1', '1e3', 'free', '0.0000001', '1234567']) expect(read({ input: wrong })).toBeUndefined()
})

test('a size is a number with or without its commas', () => {
  expect(read({ contextTokens: '128,000' })?.contextTokens).toBe(128_000)
  expect(read({ contextTokens: '' })?.contextTokens).toBeNull()
  for (const wrong of ['0', '128k', '1.5']) expect(read({ contextTokens: wrong })).toBeUndefined()
})

test('the form begins with what is set, and beside it stands what counts without', () => {
  const [row] = priceRows([model], [])
  if (!row) throw new Error('There is a row for each model')
  expect(priceFieldsOf(row)).toEqual({ ...emptyPrice, provider: 'House', model: 'large' })
  expect(knownOf(row)).toEqual({ input: '2.50', cachedInput: '0.075', output: 'unknown', contextTokens: '128,000' })
})

test('what is set is read back as it was, and changed where it stands', () => {
  const [row] = priceRows([model], [price])
  if (!row) throw new Error('There is a row for each model')
  const fields = priceFieldsOf(row)
  expect(fields).toMatchObject({ provider: '', input: '0.000001', cachedInput: '', output: '0.00', contextTokens: '' })
  expect(priceFormSchema(row.set).parse(fields)).toEqual(price)
})

test('a price of the provider goes before one for all; what no provider offers stands last', () => {
  const own = { ...price, id: 'own', provider: 'House' }
  const gone = { ...price, id: 'gone', model: 'old' }
  const rows = priceRows([model, { ...model, providerId: 'b', provider: 'Other' }], [price, own, gone])
  expect(rows.map(({ provider, model, set }) => [provider, model, set?.id])).toEqual([
    ['House', 'large', 'own'],
    ['Other', 'large', price.id],
    [null, 'old', 'gone'],
  ])
})
