import { expect, test } from 'vitest'
import { readLine, runsRightToLeft } from './promptLines.ts'

const kinds = (lines: string) => lines.split('\n').map((line) => readLine(line).kind)

test('headings, tags alone on their line and items are told from prose', () => {
  expect(kinds('## Role\n<role>\n</role>\n  <example index="1">\n- one\n12. two\nIf a < b > c\nuse the <b> tag\n#hash')).toEqual([
    'heading',
    'tag',
    'tag',
    'tag',
    'item',
    'item',
    'plain',
    'plain',
    'plain',
  ])
})

test('variables stand out and nothing of the line is lost', () => {
  const line = 'Greet {{ guest_name }}, not {{ 1x }} nor {name}; then {{topic | upcase}}.'
  const { pieces } = readLine(line)
  expect(pieces.filter((piece) => piece.variable).map((piece) => piece.text)).toEqual(['{{ guest_name }}', '{{topic | upcase}}'])
  expect(pieces.map((piece) => piece.text).join('')).toBe(line)
})

test('items hang, deeper the wider their marker; other lines do not', () => {
  expect(readLine('- one').hang).toBeGreaterThan(0)
  expect(readLine('10. ten').hang).toBeGreaterThan(readLine('1. one').hang)
  expect(readLine('  - one').hang).toBeGreaterThan(readLine('- one').hang)
  expect(readLine('one').hang).toBe(0)
})

test.for([
  ['- أجب عن الرسائل', true],
  ['1. שלום Ada', true],
  ['Say שלום', false],
  ['12 – 14', false],
  ['', false],
] as const)('%s: right to left is %s', ([line, expected]) => {
  expect(runsRightToLeft(line)).toBe(expected)
})
