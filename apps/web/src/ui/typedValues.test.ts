import { fillValues, variablesSchema } from '@prologue/prompt-kit'
import { expect, test } from 'vitest'
import { readNumber, readTyped, variableHint, variableLabel, variablePlaceholder } from './typedValues.ts'

const variables = variablesSchema.parse([
  { name: 'city', type: 'text' },
  { name: 'price', type: 'number', min: 0, max: 5 },
  { name: 'vip', type: 'boolean', default: true },
  { name: 'goods', type: 'list' },
])

test('what is typed becomes values of the declared types', () => {
  const typed = { city: ' Ghent', price: ' 1.5 ', vip: 'no', goods: 'tea\n\n salt \n' }
  expect(fillValues(variables, readTyped(variables, typed))).toEqual({
    ok: true,
    values: { city: ' Ghent', price: 1.5, vip: false, goods: ['tea', 'salt'] },
  })
})

test('what is no number is told as wrong, and what is empty as missing', () => {
  expect(fillValues(variables, readTyped(variables, { price: '1,5,5', goods: ' \n' }))).toEqual({
    ok: false,
    faults: [
      { name: 'city', message: 'Fill this in.' },
      { name: 'price', message: 'Use a number.' },
      { name: 'goods', message: 'Fill this in.' },
    ],
  })
})

test.each([
  ['1,5', 1.5],
  ['-0,125', -0.125],
  ['1e3', 1000],
  // A thousand, or one.
  ['1,000', '1,000'],
  ['1,5.5', '1,5.5'],
  [' ', ''],
  ['Infinity', 'Infinity'],
])('the number %j is read as %j', (text, read) => expect(readNumber(text)).toBe(read))

test('a variable without a label is called by its name in words', () => {
  expect(variableLabel({ name: 'company_name' })).toBe('Company name')
  expect(variableLabel({ name: 'city', label: 'Town' })).toBe('Town')
})

test('a hint says what is to be known, and keeps quiet about what is sensitive', () => {
  const [one] = variablesSchema.parse([{ name: 'a', type: 'integer', min: 1, max: 3, default: 2 }])
  const [other] = variablesSchema.parse([{ name: 'a', type: 'text', sensitive: true, default: 'key' }])
  if (!one || !other) throw new Error('Nothing was declared')
  expect(variableHint(one)).toBe('1 to 3. Left empty, this is used.')
  expect(variablePlaceholder(one)).toBe('2')
  expect(variableHint(other)).toBe('Sensitive: kept out of logs and lists. May stay empty.')
  expect(variablePlaceholder(other)).toBeUndefined()
})
