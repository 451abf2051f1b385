import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffLines, type DiffLine } from './diffLines.ts'

/** A line as one reads it: its sign, its numbers, what differs in it between brackets. */
function drawn({ kind, parts, before, after }: DiffLine): string {
  const sign = { same: ' ', removed: '-', added: '+' }[kind]
  const text = parts.map((part) => (part.kind === 'same' ? part.text : `[${part.text}]`)).join('')
  return `${sign} ${before ?? '.'} ${after ?? '.'} ${text}`.trimEnd()
}

const textOf = (lines: readonly DiffLine[]) => lines.map(({ parts }) => parts.map(({ text }) => text).join('')).join('\n')

const text = fc
  .array(fc.constantFrom('Be kind.', 'Be brief.', 'Answer in German.', '', '\r', '😀', 'x', 'Be very kind.\nAlways.'), {
    maxLength: 12,
  })
  .map((lines) => lines.join('\n'))

test('both texts can be read out of the lines, each with its numbers', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after)
      const old = lines.filter(({ kind }) => kind !== 'added')
      const fresh = lines.filter(({ kind }) => kind !== 'removed')
      expect([textOf(old), textOf(fresh)]).toEqual([before, after])
      expect(old.map((line) => line.before)).toEqual(old.map((_, index) => index + 1))
      expect(fresh.map((line) => line.after)).toEqual(fresh.map((_, index) => index + 1))
    }),
    { numRuns: 1000 },
  )
})

test('a changed line stands above what it became, with the words that differ', () => {
  const before = 'You are a tutor.\nBe kind to everybody.\nEnd.'
  expect(diffLines(before, 'You are a tutor.\nBe very kind to all.\nEnd.\nAsk first.').map(drawn)).toEqual([
    '  1 1 You are a tutor.',
    '- 2 . Be kind to [everybody].',
    '+ . 2 Be [very ]kind to [all].',
    '  3 3 End.',
    '+ . 4 Ask first.',
  ])
})

test('a line that became another altogether is not taken apart', () => {
  expect(diffLines('Be kind.', '# Rules\nNever promise refunds to anybody.').map(drawn)).toEqual([
    '- 1 . Be kind.',
    '+ . 1 # Rules',
    '+ . 2 Never promise refunds to anybody.',
  ])
})

test('nothing, an end of line more, and the same text', () => {
  expect(diffLines('', '')).toEqual([])
  expect(diffLines('', 'One').map(drawn)).toEqual(['+ . 1 One'])
  expect(diffLines('One', 'One\n').map(drawn)).toEqual(['  1 1 One', '+ . 2'])
  expect(diffLines('One\nTwo', 'One\nTwo').map(drawn)).toEqual(['  1 1 One', '  2 2 Two'])
})

const long = (word: string) => Array.from({ length: 12_000 }, (_, index) => `${word} ${index % 7} of line ${index}`).join('\n')

test('the longest texts are told apart with bounded work', () => {
  const [before, after] = [long('This'), long('That')]
  const began = performance.now()
  const lines = diffLines(before, after)
  // A generous bound: without one on the work this takes minutes.
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(textOf(lines.filter(({ kind }) => kind !== 'removed'))).toBe(after)
})
