import { describe, expect, test } from 'vitest'
import { variableSchema, variablesSchema } from './schema.ts'

/** The fields that a declaration is refused for. */
function refused(declaration: object): PropertyKey[] {
  const judged = variableSchema.safeParse({ name: 'a', type: 'text', ...declaration })
  return judged.success ? [] : judged.error.issues.flatMap(({ path }) => path.slice(0, 1))
}

describe('a declaration', () => {
  test('needs a name and a type, and is complete once parsed', () => {
    expect(variableSchema.parse({ name: 'city', type: 'text' })).toEqual({
      name: 'city',
      type: 'text',
      required: true,
      source: 'author',
      sensitive: false,
    })
  })

  test.each(['City', '1st', 'a-b', '', '_a', 'a b', 'é', 'true', 'empty'])('refuses the name "%s"', (name) => {
    expect(refused({ name })).toEqual(['name'])
  })

  test('has options for a choice and only there', () => {
    expect(refused({ type: 'enum' })).toEqual(['options'])
    expect(refused({ type: 'enum', options: ['a', 'a'] })).toEqual(['options'])
    expect(refused({ type: 'text', options: ['a'] })).toEqual(['options'])
    expect(refused({ type: 'enum', options: ['a', 'b'] })).toEqual([])
  })

  test.each([
    ['text', 'a line', 'two\nlines'],
    ['longtext', 'two\nlines', 3],
    ['number', 1.5, '1.5'],
    ['integer', 2, 1.5],
    ['enum', 'a', 'c'],
    ['boolean', false, 'false'],
    ['date', '2026-02-28', '2026-02-30'],
    ['list', ['x'], 'x'],
  ])('takes a default and an example that fit the type %s, and no others', (type, good, bad) => {
    const options = type === 'enum' ? { options: ['a', 'b'] } : {}
    expect(refused({ type, ...options, default: good, example: good })).toEqual([])
    expect(refused({ type, ...options, default: bad })).toEqual(['default'])
    expect(refused({ type, ...options, example: bad })).toEqual(['example'])
  })

  test('holds its default to its bounds', () => {
    expect(refused({ type: 'integer', min: 1, max: 5, default: 6 })).toEqual(['default'])
    expect(refused({ type: 'text', min: 3, default: 'ab' })).toEqual(['default'])
    expect(refused({ type: 'list', max: 1, default: ['a', 'b'] })).toEqual(['default'])
    expect(refused({ pattern: '[A-Z]{3}', default: 'ABCD' })).toEqual(['default'])
    expect(refused({ pattern: '[A-Z]{3}', default: 'ABC' })).toEqual([])
  })

  test('refuses bounds that mean nothing', () => {
    expect(refused({ type: 'boolean', min: 1 })).toEqual(['min'])
    expect(refused({ type: 'date', max: 1 })).toEqual(['max'])
    expect(refused({ type: 'text', min: -1 })).toEqual(['min'])
    expect(refused({ type: 'list', max: 1.5 })).toEqual(['max'])
    expect(refused({ type: 'number', min: 2, max: 1 })).toEqual(['max'])
    expect(refused({ type: 'number', min: -0.5, max: 1.5 })).toEqual([])
    expect(refused({ type: 'number', pattern: '1' })).toEqual(['pattern'])
  })
})

test('a name stands once among the declarations', () => {
  const twice = variablesSchema.safeParse([
    { name: 'a', type: 'text' },
    { name: 'a', type: 'date' },
  ])
  expect(twice.error?.issues.map(({ path }) => path)).toEqual([[1, 'name']])
})
