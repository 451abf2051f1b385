import { array, assert, boolean, constant, constantFrom, dictionary, integer, letrec, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { FormatFault } from './types.ts'
import { readYaml, writeYaml } from './yaml.ts'

/** The fault of a text: its line and reason. */
function faultOf(text: string, firstLine?: number): string {
  try {
    readYaml(text, firstLine)
  } catch (error) {
    if (error instanceof FormatFault) return `${error.line}: ${error.message}`
    throw error
  }
  return 'none'
}

test('data is read as the core schema has it', () => {
  const text = "a: yes\nb: 2001-01-01\nc: [1, 1.5, true, null, ~, .inf]\n1: x\nd: |\n  one\n  two\n'<<': {e: 1}\n"
  expect(readYaml(text).value).toEqual({
    a: 'yes',
    b: '2001-01-01',
    c: [1, 1.5, true, null, null, '.inf'],
    '1': 'x',
    d: 'one\ntwo\n',
    '<<': { e: 1 },
  })
  expect(readYaml('').value).toBeNull()
})

test('an alias stands for what it names, where lines are asked for as well', () => {
  const { value, lineOf } = readYaml('base: &base\n  role: system\nlist:\n  - *base\n  - x: 1\n    y: *base\n', 10)
  expect(value).toEqual({ base: { role: 'system' }, list: [{ role: 'system' }, { x: 1, y: { role: 'system' } }] })
  expect([['list'], ['list', 0], ['list', 1, 'y'], ['list', 1, 'none'], ['none'], []].map(lineOf)).toEqual([
    12, 13, 15, 14, 10, 10,
  ])
  expect(lineOf(['list', 0, 'role'])).toBe(11)
})

test.each([
  ['a: 1\nb: 2\na: 3\n', '3: The key "a" stands here twice.'],
  ['a: [1, 2\nb: 3\n', /^2: This is not valid YAML: /],
  ['a:\n\t- b\n', /^2: This is not valid YAML: .*[Tt]abs/],
  ['a: "b\n', /^2: This is not valid YAML: /],
  ['a: 1\nb: !!js/function "x"\n', /^2: Only data is read here.*js\/function/],
  ['a: 1\nb: !!binary aGk=\n', /^2: Only data is read here.*binary/],
  ['a: 1\nb: !mine {c: 1}\n', /^2: Only data is read here.*mine/],
  ['%YAML 1.1\n---\na: !!set {b, c}\n', /^3: Only data is read here.*set/],
  ['a: 1\n---\nb: 2\n', '2: Use one document of YAML: a line of --- begins another.'],
  ['a: *b\n', '1: Nothing above has the name &b.'],
  ['a: 1\nb: &b [1, *b]\n', '2: &b contains itself.'],
  ['? [a]\n: b\n', /^1: This is not valid YAML: .*keys/],
  [`a: 1\nb: ${'['.repeat(101)}`, '2: This is nested too deep.'],
  [Array.from({ length: 120 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''), '102: This is nested too deep.'],
  ['- '.repeat(5000), '1: This is nested too deep.'],
  ['- a\n'.repeat(100_000), '80000: Use at most 400000 words and signs of YAML.'],
  ['#'.repeat(1_000_001), '1: Use at most 1000000 characters of YAML.'],
])('%#: what is no data is refused with its line', (text, fault) => {
  expect(faultOf(text)).toMatch(fault)
})

test('lines count from the first one in the file', () => {
  expect(faultOf('a: 1\na: 2\n', 7)).toBe('8: The key "a" stands here twice.')
})

test('aliases cannot blow a small file up', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh'])
    bomb.push(`${to}: &${to} [${`*${from}, `.repeat(9).slice(0, -2)}]`)
  expect(faultOf(bomb.join('\n'))).toMatch(/: This is repeated by too many aliases\.$/)
  expect(faultOf(`a: &a "${'x'.repeat(10_000)}"\nb: [${'*a, '.repeat(101)}]\n`)).toMatch(/too many aliases\.$/)
})

test('many keys take no time with their square', () => {
  const text = Array.from({ length: 40_000 }, (_, index) => `k${index}: 1\n`).join('')
  const start = performance.now()
  expect(Object.keys(readYaml(text).value ?? {})).toHaveLength(40_000)
  expect(performance.now() - start).toBeLessThan(10_000)
})

test('a key __proto__ is left out', () => {
  const { value } = readYaml('__proto__: {isAdmin: true}\na: {__proto__: 1}\n')
  expect(JSON.stringify(value)).toBe('{"a":{}}')
  expect(value).not.toHaveProperty('isAdmin')
})

test('long texts are written as blocks, and what older readers take for something else is quoted', () => {
  expect(writeYaml({ a: 'one\ntwo\n', b: 'yes', c: '2001-01-01', d: 'x', e: undefined })).toBe(
    'a: |\n  one\n  two\nb: "yes"\nc: "2001-01-01"\nd: x\n',
  )
  expect(writeYaml({ a: `${'long '.repeat(50)}\n end` })).toBe(`a: |-\n  ${'long '.repeat(50)}\n   end\n`)
})

const hostile = oneof(
  string({ unit: 'binary' }),
  array(
    constantFrom(
      ' ',
      '\n',
      '\r\n',
      '\r',
      '\t',
      '---',
      '...',
      '#',
      ': ',
      '- ',
      '"',
      "'",
      '|',
      '{{',
      '%',
      '\\',
      '\u0085',
      '\u2028',
      '\uFEFF',
      'a',
    ),
  ).map((parts) => parts.join('')),
)

test('what is written reads to the same, whatever is in it', () => {
  const { value: tree } = letrec((tie) => ({
    value: oneof({ maxDepth: 4 }, hostile, integer(), boolean(), constant(null), tie('list'), tie('map')),
    list: array(tie('value'), { maxLength: 4 }),
    map: dictionary(
      hostile.filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  }))
  assert(
    property(tree, (value) => {
      expect(readYaml(writeYaml(value)).value).toEqual(value)
    }),
    { numRuns: 500 },
  )
})
