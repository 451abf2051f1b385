import { array, assert, constantFrom, oneof, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import { readFrontMatter, writeFrontMatter } from './frontMatter.ts'
import { FormatFault } from './types.ts'

test.each([
  ['---\nname: x\n---\nbody\r\nmore ', { name: 'x' }, 'body\r\nmore ', 4],
  ['---\r\nname: x\r\n---\r\n\r\nbody\r\n', { name: 'x' }, '\r\nbody\r\n', 4],
  ['\uFEFF--- \nname: x\n---\t\nbody', { name: 'x' }, 'body', 4],
  ['---\nname: |\n  a\n  ---\n---', { name: 'a\n---\n' }, '', 6],
  ['---\n---\n---\nbody\n---\n', {}, '---\nbody\n---\n', 3],
  ['---\n# nothing\n---\nbody', {}, 'body', 4],
  ['no front\n---\na: b\n---\n', {}, 'no front\n---\na: b\n---\n', 1],
  ['---- \nx', {}, '---- \nx', 1],
  ['--- a: b\n', {}, '--- a: b\n', 1],
  ['', {}, '', 1],
])('%#: front matter and body are told apart', (text, data, body, bodyLine) => {
  expect(readFrontMatter(text)).toMatchObject({ data, body, bodyLine })
})

test('lines are those of the file', () => {
  expect(readFrontMatter('---\na: 1\nb:\n  - c\n---\nbody').lineOf(['b', 0])).toBe(4)
})

test.each([
  ['---\na: 1\na: 2\n---\n', 3, /twice/],
  ['---\na: 1\nbody', 1, /not closed by a line of ---/],
])('%#: what cannot be read is a fault with its line', (text, line, reason) => {
  let fault: unknown
  try {
    readFrontMatter(text)
  } catch (error) {
    fault = error
  }
  expect(fault).toBeInstanceOf(FormatFault)
  expect(fault).toMatchObject({ line, message: expect.stringMatching(reason) })
})

test('what is written reads to the same, byte for byte', { timeout: 30_000 }, () => {
  const part = constantFrom('\uFEFF', '---', '---\n', '\r\n', '\n', ' ', 'a: b', '...', '{{x}}', 'é😀', '\r', '\u2028')
  const hostile = oneof(
    string({ unit: 'binary' }),
    array(part).map((parts) => parts.join('')),
  )
  const data = record({ name: hostile, list: array(hostile) }, { requiredKeys: [], noNullPrototype: true })
  assert(
    property(data, hostile, (data, body) => {
      expect(readFrontMatter(writeFrontMatter(data, body))).toMatchObject({ data, body })
    }),
    { numRuns: 500 },
  )
})
