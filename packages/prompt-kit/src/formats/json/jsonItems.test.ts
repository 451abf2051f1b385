import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromText } from '../readers.ts'
import { anyLetter } from '../testing/anyLetter.ts'
import { FormatFault } from '../types.ts'
import { jsonItems } from './jsonItems.ts'

const read = async (text: AsyncIterable<string>) => await Array.fromAsync(jsonItems(text, ['data']))

async function* inPieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length)
}

async function* endless(): AsyncGenerator<string> {
  yield '[{"name": "a"}'
  for (;;) yield ', {"name": "b"}'
}

const { anyJson } = fc.letrec((tie) => ({
  anyJson: fc.oneof(
    { maxDepth: 2 },
    fc.oneof(fc.string({ unit: anyLetter }), fc.constantFrom('"', '\\"]', '}', null, true, -1.5e-9)),
    fc.array(tie('anyJson')),
    fc.dictionary(fc.string({ unit: anyLetter }), tie('anyJson')),
  ),
}))

describe('items', () => {
  test('of a list have the line they begin on', async () => {
    expect(await read(fromText('\n[\n {"a":\n 1},\n\n "b", [2] ,3\n]\n'))).toEqual([
      { value: { a: 1 }, line: 3 },
      { value: 'b', line: 6 },
      { value: [2], line: 6 },
      { value: 3, line: 6 },
    ])
  })

  test('stand in a named list of an object, or the object is the one item', async () => {
    expect(await read(fromText('{"meta": 1,\n"data": [\n1,\n2]}'))).toEqual([
      { value: 1, line: 3 },
      { value: 2, line: 4 },
    ])
    expect(await read(fromText('\n{"data": 1}'))).toEqual([{ value: { data: 1 }, line: 2 }])
  })

  test('of an empty list are none', async () => expect(await read(fromText('\uFEFF [ ]'))).toEqual([]))

  test('are what JSON says, in whatever pieces they come', async () => {
    const items = fc.array(anyJson.filter((value) => !JSON.stringify(value).includes('__proto__')))
    await fc.assert(
      fc.asyncProperty(
        items,
        fc.constantFrom(undefined, 1, '\r\n'),
        fc.integer({ min: 1, max: 30 }),
        async (values, space, length) => {
          const text = JSON.stringify(values, null, space)
          const found = await read(inPieces(text, length))
          expect(found.map(({ value }) => value)).toEqual(JSON.parse(text))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('come before the file has ended', async () => {
    const items = jsonItems(endless(), [])
    for (const name of ['a', 'b', 'b']) expect(await items.next()).toEqual({ done: false, value: { value: { name }, line: 1 } })
  })
})

test.each([
  ['', 1],
  ['nothing', 1],
  ['[1,\n,2]', 2],
  ['[1,\n]', 2],
  ['[\n,1]', 2],
  ['[1\n}', 2],
  ['[1]\n\n2', 3],
  ['[1,\n{"a": 2,\n"b" 3}]', 3],
  ['[{"a": "b]\n', 2],
  ['[{"a": [}\n]', 2],
  ['{"data": [1,\n}', 2],
])('%j is refused on its line', async (text, line) => {
  const fault = await read(fromText(text)).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(FormatFault)
  expect(fault).toMatchObject({ line })
})
