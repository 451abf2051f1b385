import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestMatched, makeMatcher, patternFault, wholePattern } from './pattern.ts'

describe('a pattern', () => {
  test.each([
    '[A-Z]{2}-\\d+',
    '(?:red|green|blue)',
    '[^@\\s]+@[^@\\s]+\\.[a-z]{2,4}',
    '(\\d{3}-)+x',
    '\\\\1',
    '[)(|+]+',
    '\\p{Lu}+',
    '(a+)+',
    '(?:a?){30}',
    '(?<year>\\d{4})|',
    'a{0,500}',
  ])('may be %s', (pattern) => {
    expect(patternFault(pattern)).toBeNull()
  })

  test.each([
    '(',
    '[',
    '(a)\\1',
    '(?<a>a)\\k<a>',
    '(?=a)a',
    '(?!a)b',
    '(?<!a)b',
    '(?<=a)b',
    '(?i:a)',
    'a{2000}',
    '(?:a{50}){50}',
  ])('may not be %s', (pattern) => {
    expect(patternFault(pattern)).not.toBeNull()
  })

  test('matches as a regular expression does', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      'é',
      '😀',
      '.',
      '\\d',
      '\\w',
      '[ab]',
      '[^a]',
      '\\p{Lu}',
      '\\u0061',
      '\\x62',
      '\\.',
      '\\\\',
      '\\u{1F600}',
      ...'( ) (?: (?<n> | * + ? *? {2} {1,2} {0,} {0} ^ $ \\b \\B \\n'.split(' '),
    )
    const value = fc.array(fc.constantFrom('a', 'b', 'A', 'é', '😀', '1', ' ', '.', '\\', '-'), { maxLength: 6 })
    let judged = 0
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), fc.array(value, { minLength: 5, maxLength: 5 }), (pieces, values) => {
        const pattern = pieces.join('')
        if (patternFault(pattern) !== null) return
        const [matches, expression] = [makeMatcher(pattern), wholePattern(pattern)]
        for (const value of values) {
          const text = value.join('')
          if (text !== '') judged++
          expect([pattern, text, matches(text)]).toEqual([pattern, text, expression.test(text)])
        }
      }),
      { numRuns: 5000 },
    )
    expect(judged).toBeGreaterThan(500)
  })

  test.each([
    'a*a*a*b',
    'a*a*a*a{100}b',
    '(a+)+b',
    '(a|a)*b',
    '(?:a?){30}a{30}b',
    '(.*)(.*)(.*)(.*)!',
    '((a*)*)*b',
    `${'(a|a)'.repeat(40)}b`,
  ])('ends soon at its worst: %s', { timeout: 2000 }, (pattern) => {
    expect(patternFault(pattern)).toBeNull()
    expect(makeMatcher(pattern)('a'.repeat(longestMatched))).toBe(false)
  })

  test('of any form ends soon', { timeout: 60_000 }, () => {
    const piece = fc.constantFrom(
      'a',
      'a*',
      'a+',
      'a?',
      '.*',
      '(',
      ')',
      ')*',
      ')+',
      '){2,}',
      '|',
      'a{0,30}',
      '[ab]+',
      '\\w*',
      'b',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 5, maxLength: 40 }), (pieces) => {
        const pattern = pieces.join('')
        if (patternFault(pattern) !== null) return
        const start = performance.now()
        makeMatcher(pattern)(`${'a'.repeat(longestMatched - 1)}!`)
        expect([pattern, performance.now() - start < 1500]).toEqual([pattern, true])
      }),
      { numRuns: 300 },
    )
  })

  test('is not matched against what is too long anyway', () => {
    expect(makeMatcher('a*')('a'.repeat(longestMatched))).toBe(true)
    expect(makeMatcher('a*')('a'.repeat(longestMatched + 1))).toBe(false)
  })
})
