import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyLetter } from '../testing/anyLetter.ts'
import { outline } from './outline.ts'

const text = JSON.stringify(
  [
    { name: 'a', more: { deep: [{ x: 'y' }, { x: 'z' }] }, role: 'say "name": 1' },
    { name: 'b', n: 1 },
  ],
  null,
  1,
)

test('names the fields of a text with their first values', () => {
  expect(Object.fromEntries(outline(text))).toEqual({
    '[]': null,
    '[].name': 'a',
    '[].more': null,
    '[].more.deep': null,
    '[].more.deep[]': null,
    '[].more.deep[].x': 'y',
    '[].role': String.raw`say \"name\": 1`,
    '[].n': null,
  })
})

test('is told of a text that is cut off anywhere, with the field it is cut off in', () => {
  expect(outline('\uFEFF{"a": {"b": "c')).toEqual(
    new Map([
      ['a', null],
      ['a.b', null],
    ]),
  )
  for (let end = 0; end < text.length; end++) {
    for (const name of outline(text.slice(0, end)).keys()) expect(outline(text).has(name)).toBe(true)
  }
})

test('of what is no JSON is whatever it is', () => {
  fc.assert(fc.property(fc.string({ unit: anyLetter }), (any) => outline(any) instanceof Map))
  expect(outline('[{]}}],"a":"b"')).toBeInstanceOf(Map)
  expect(outline(`{"a": "${'\\"x'.repeat(20_000)}`)).toEqual(new Map([['a', null]]))
  expect(outline('['.repeat(60_000)).size).toBeLessThan(10)
})
