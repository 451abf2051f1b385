import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits } from './applyEdits.ts'
import { splitsPair } from './commonEnds.ts'
import { diffWords } from './diffWords.ts'
import { minimalEdits } from './minimalEdits.ts'

const text = fc.oneof(
  fc
    .array(fc.constantFrom('the ', 'cat', ' sat', '.\n', '😀', '😁', '𝒜', '𝒜𝒞', 'é', ' ', 'ة', '👩‍👧'), { maxLength: 20 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

describe('minimalEdits', () => {
  test('turns one text into the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyEdits(before, minimalEdits(before, after))).toBe(after)
      }),
      { numRuns: 2000 },
    )
  })

  test('ascends, touches nothing twice and parts no character', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        let last = -1
        for (const { index, remove, insert } of minimalEdits(before, after)) {
          expect(index).toBeGreaterThan(last)
          expect(remove + insert.length).toBeGreaterThan(0)
          expect(splitsPair(before, index) || splitsPair(before, index + remove)).toBe(false)
          last = index + remove
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('goes word by word', () => {
    expect(minimalEdits('You are a tutor for adults. Be kind.', 'You are a coach for adults. Be very kind.')).toEqual([
      { index: 10, remove: 5, insert: 'coach' },
      { index: 30, remove: 0, insert: ' very' },
    ])
    expect(minimalEdits('same', 'same')).toEqual([])
    expect(minimalEdits('reading', 'reader')).toEqual([{ index: 0, remove: 7, insert: 'reader' }])
  })

  test('goes word by word where letters lie beyond the first plane', () => {
    expect(minimalEdits('\u{20000}\u{20001} stays', '\u{20000}\u{20002} stays')).toEqual([
      { index: 0, remove: 4, insert: '\u{20000}\u{20002}' },
    ])
  })

  test('changes one emoji for another that shares its first half', () => {
    expect(minimalEdits('a 😀 b', 'a 😁 b')).toEqual([{ index: 2, remove: 2, insert: '😁' }])
  })

  test('edits large texts by their words, and falls back where they have nothing in common', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `word${index}`).join(' ')
    const after = before.replace('word50 ', 'other ').replace('word19000 ', '')
    expect(minimalEdits(before, after)).toHaveLength(2)
    const reversed = before.split(' ').toReversed().join(' ')
    const edits = minimalEdits(before, reversed)
    expect(edits).toHaveLength(1)
    expect(applyEdits(before, edits)).toBe(reversed)
  })

  test('edits large texts that differ in many places by the words between the lines that stayed', () => {
    const before = Array.from({ length: 3_000 }, (_, index) => `Rule ${index} tells what to do with it.\n\n`).join('')
    const after = before.replaceAll(/(?<=Rule \d*7 )tells/g, 'says').replace(/Rule 2000 .*\n\n/, '')
    const edits = minimalEdits(before, after)
    expect(applyEdits(before, edits)).toBe(after)
    expect(edits.filter(({ insert, remove }) => insert === 'says' && remove === 5)).toHaveLength(300)
    expect(edits.reduce((sum, { remove }) => sum + remove, 0)).toBeLessThan(300 * 5 + 50)
  })

  test('turns one large text into another whatever they share', () => {
    const words = fc.array(fc.constantFrom('one ', 'two ', 'three\n', 'four\n', 'five', '\n'), { minLength: 0, maxLength: 30 })
    const long = Array.from({ length: 2_500 }, (_, index) => `word${index} `).join('')
    fc.assert(
      fc.property(words, words, (one, other) => {
        // Far enough apart that the words alone are not compared.
        const [before, after] = [`${one.join('')}\n${long}\n${other.join('')}`, `${other.join('')}\n${one.join('')}`]
        expect(applyEdits(before, minimalEdits(before, after))).toBe(after)
        expect(applyEdits(after, minimalEdits(after, before))).toBe(before)
      }),
      { numRuns: 50 },
    )
  })
})

describe('applyEdits', () => {
  test('refuses edits that overlap or lie outside', () => {
    expect(() => applyEdits('abc', [{ index: 2, remove: 2, insert: '' }])).toThrow(RangeError)
    expect(() =>
      applyEdits('abc', [
        { index: 1, remove: 1, insert: '' },
        { index: 1, remove: 1, insert: '' },
      ]),
    ).toThrow(RangeError)
  })
})

describe('diffWords', () => {
  test('holds both texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after)
        const without = (kind: 'removed' | 'added') =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('')
        expect([without('added'), without('removed')]).toEqual([before, after])
      }),
    )
  })

  test('shows what was said instead', () => {
    expect(diffWords('Be kind.', 'Be brief.')).toEqual([
      { kind: 'same', text: 'Be ' },
      { kind: 'removed', text: 'kind' },
      { kind: 'added', text: 'brief' },
      { kind: 'same', text: '.' },
    ])
  })
})
