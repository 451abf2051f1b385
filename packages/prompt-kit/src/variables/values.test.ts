import { describe, expect, test } from 'vitest'
import { variablesSchema } from './schema.ts'
import { fillValues, valuesJsonSchema } from './values.ts'

const variables = variablesSchema.parse([
  { name: 'city', label: 'City', type: 'text', example: 'Ghent' },
  { name: 'tone', type: 'enum', options: ['warm', 'dry'], default: 'dry' },
  { name: 'count', type: 'integer', min: 1, required: false, sensitive: true },
  { name: 'goods', type: 'list' },
])

describe('fillValues', () => {
  test('fills in defaults and leaves nothing undefined', () => {
    expect(fillValues(variables, { city: 'Ghent', goods: ['a'], tone: '', more: 1 })).toEqual({
      ok: true,
      values: { city: 'Ghent', tone: 'dry', count: null, goods: ['a'] },
    })
  })

  test('says of each value what is wrong', () => {
    expect(fillValues(variables, { city: ' ', tone: 'loud', count: 0.5, goods: [] })).toEqual({
      ok: false,
      faults: [
        { name: 'city', message: 'Fill this in.' },
        { name: 'tone', message: 'Choose one of the options.' },
        { name: 'count', message: 'Use a whole number.' },
        { name: 'goods', message: 'Fill this in.' },
      ],
    })
  })
})

test('the JSON Schema says the same', () => {
  expect(valuesJsonSchema(variables)).toMatchObject({
    type: 'object',
    required: ['city', 'goods'],
    properties: {
      city: { type: 'string', title: 'City', examples: ['Ghent'], maxLength: 2000 },
      tone: { enum: ['warm', 'dry'], default: 'dry', title: 'tone' },
      count: { type: 'integer', minimum: 1, writeOnly: true },
      goods: { type: 'array', minItems: 1, items: { type: 'string' } },
    },
  })
})
