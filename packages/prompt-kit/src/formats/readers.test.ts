import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fromText, lineAt, readJson, readJsonWithLines, reasonOf, wholeText } from './readers.ts'
import { FormatFault } from './types.ts'

function faultOf(text: string): { line: number; message: string } {
  try {
    readJson(text)
  } catch (error) {
    if (error instanceof FormatFault) return { line: error.line, message: error.message }
    throw error
  }
  throw new Error('It was read.')
}

async function* pieces(texts: string[]): AsyncGenerator<string> {
  yield* texts
}

describe('a whole text', () => {
  test('is joined from its pieces, without a byte order mark', async () => {
    expect(await wholeText(pieces(['\uFEFFone\r\n', 'two \uFEFF']))).toBe('one\r\ntwo \uFEFF')
  })

  test('has at most 20 MB, counted in bytes', async () => {
    expect((await wholeText(fromText('a'.repeat(20_000_000)))).length).toBe(20_000_000)
    await expect(wholeText(fromText('a'.repeat(20_000_001)))).rejects.toThrow('larger than 20 MB')
    await expect(wholeText(fromText('é'.repeat(10_000_001)))).rejects.toThrow('larger than 20 MB')
  })
})

test('a line is counted from 1, and its line end belongs to it', () => {
  expect([0, 1, 2, 3, 4].map((offset) => lineAt('a\n\nb', offset))).toEqual([1, 1, 2, 3, 3])
})

describe('JSON', () => {
  const tooSoon = 'The JSON ends too soon: a bracket or a quote is not closed.'
  const wrong = 'This is not JSON: look for a comma, a quote or a bracket too many or too few.'
  test.each([
    ['', 1, tooSoon],
    ['[\n1,\n2', 3, tooSoon],
    ['[\n1\n2]', 3, wrong],
    ['{"a":\n\n x}', 3, wrong],
    ['{\n"a": "b\nc"}', 2, wrong],
    ['[1,\n]', 2, wrong],
    ['[1]\n]', 2, wrong],
    ['{"a": 1,\r\n\r\n}', 3, wrong],
    ["{'a': 1}", 1, wrong],
  ])('that is none (%j) is refused with line %i', (text, line, message) => {
    expect(faultOf(text)).toEqual({ line, message })
  })

  test('within JSON within JSON is refused where it is too deep, however deep it is', () => {
    const lines = Array.from({ length: 120 }, () => '[').join('\n')
    expect(faultOf(lines + ']'.repeat(120))).toEqual({ line: 101, message: 'This is nested more than 100 deep.' })
    expect(faultOf('['.repeat(100_000) + ']'.repeat(100_000)).message).toBe('This is nested more than 100 deep.')
    expect(readJson('['.repeat(100) + ']'.repeat(100))).toBeDefined()
  })

  test('has no key that changes what an object is', () => {
    const value = readJson(String.raw`[{"__proto__": {"isAdmin": true}, "a": {"\u005f_proto__": 1, "constructor": 2}}]`)
    expect(JSON.stringify(value)).toBe('[{"a":{"constructor":2}}]')
  })

  test('tells the line of each value, and of what leads nowhere the nearest', () => {
    const text = '\n[\n  {"a": "]\\"\\\\",\n   "b": [1, {},\n    {"c\\n": -1e3}]},\n  null,\n "x" ]'
    const { lineOf } = readJsonWithLines(text)
    expect(lineOf([])).toBe(2)
    expect([lineOf([0]), lineOf([1]), lineOf([2])]).toEqual([3, 6, 7])
    expect(lineOf([0, 'b', 2, 'c\n'])).toBe(5)
    expect(lineOf([0, 'a'])).toBe(3)
    expect(lineOf([0, 'missing', 7])).toBe(3)
    expect(lineOf([1, 'a'])).toBe(6)
  })

  test('of any shape tells the line of any value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const { lineOf } = readJsonWithLines(text)
        const lines = text.split('\n')
        const visit = (at: unknown, path: PropertyKey[]) => {
          const [begin] = JSON.stringify(at)
          expect(lines[lineOf(path) - 1]).toContain(begin)
          if (typeof at !== 'object' || at === null) return
          for (const [key, child] of Object.entries(at)) if (key !== '__proto__') visit(child, [...path, key])
        }
        visit(value, [])
      }),
    )
  })

  test('of 20,000 items gives all their lines in one pass', () => {
    const text = `[\n${Array.from({ length: 20_000 }, (_, index) => `{"name": "n${index}", "rest": [1, 2, 3]}`).join(',\n')}\n]`
    const { lineOf } = readJsonWithLines(text)
    const began = performance.now()
    const found = Array.from({ length: 20_000 }, (_, index) => lineOf([index]))
    expect(performance.now() - began).toBeLessThan(1000)
    expect(found).toEqual(found.map((_, index) => index + 2))
  })
})

describe('why an item is refused', () => {
  const schema = z.looseObject({
    name: z.string(),
    size: z.number().optional(),
    kind: z.enum(['text', 'chat']).optional(),
    parts: z.array(z.looseObject({ text: z.string() })).optional(),
    either: z.union([z.string(), z.number()]).optional(),
    short: z.string().max(3, 'Use at most 3 characters.').optional(),
  })
  test.each([
    [{}, 'The field "name" is missing.'],
    [{ name: 1 }, 'The field "name" should be a text.'],
    [{ name: 'a', size: 'b' }, 'The field "size" should be a number.'],
    [{ name: 'a', kind: 'b' }, 'The field "kind" should be "text" or "chat".'],
    [{ name: 'a', parts: [{ text: 'b' }, {}] }, 'The field "parts[1].text" is missing.'],
    [{ name: 'a', parts: [{ text: 'b' }, 1] }, 'The field "parts[1]" should be an object.'],
    [{ name: 'a', either: [] }, 'The field "either" has a shape that is not known here.'],
    [{ name: 'a', short: 'long' }, 'The field "short" does not fit: Use at most 3 characters.'],
    [7, 'The item should be an object.'],
  ])('%j: %s', (value, reason) => {
    const { error } = schema.safeParse(value)
    expect(error && reasonOf(error)).toBe(reason)
  })
})
