import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentTokens, matchRanges, queryTerms } from './index.ts'

const tokensOf = (text: string) =>
  new Set(
    documentTokens([{ text, weight: 1 }])
      .split(/\s+/)
      .filter(Boolean),
  )

/** What the tests on rows do: `instr` with a space at the ends of a whole word. */
const finds = (document: string, query: string, typing = false) =>
  queryTerms(query, { typing }).every(({ text, prefix }) => document.includes(` ${text}${prefix ? '' : ' '}`))

/** Texts of all the scripts that are treated in their own way, and of noise. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'c++',
        'C#',
        'the',
        'a',
        'Straße',
        'café',
        'ﬁn',
        '½',
        'İstanbul',
        '東京都',
        'ｶﾞｷﾞ',
        '한국어',
        'ภาษาไทย',
        '🚀',
        '👩🏽‍💻',
        '🇩🇪',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '))

describe('the words of a text', () => {
  it('are each one word to either index, whatever the text', () => {
    const stopWords = ['the', 'and', 'for', 'with', 'www', 'com', 'und', 'how', 'who', 'will', 'from', 'about', 'this', 'that']
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of tokensOf(text)) {
          expect(token).toMatch(/^[a-z0-9_]{3,84}$/)
          expect(stopWords).not.toContain(token)
        }
      }),
    )
  })

  it('are found by the text itself, and by each of its parts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = documentTokens([{ text, weight: 2 }])
        expect(finds(document, text)).toBe(true)
        expect(finds(document, text, true)).toBe(true)
        for (const part of text.split(' ')) expect(finds(document, part), part).toBe(true)
      }),
    )
  })

  it.each([
    ['CAFÉ', 'a cafe in Paris'],
    ['strasse', 'Straße'],
    ['ｆｕｌｌ', 'full width'],
    ['東京', '私は東京都に住んでいます'],
    ['京', '東京'],
    ['데이터', '데이터베이스'],
    ['库', '数据库设计'],
    ['ガギ', 'ｶﾞｷﾞ'],
    ['ไทย', 'ภาษาไทย'],
    ['Ёлка', 'ёлка'],
    ['🚀', 'Launch 🚀 now'],
    ['🇯🇵', '🇩🇪 🇯🇵'],
    ['c', 'C++ and more'],
    ['مرحبا', 'مَرْحَبًا'],
  ])('%s finds %s', (query, text) => {
    expect(finds(documentTokens([{ text, weight: 1 }]), query)).toBe(true)
  })

  it.each([
    ['c++', 'C and C#'],
    ['c#', 'C++'],
    ['go', 'google'],
    ['京都', '東京 都'],
    ['cat', 'concatenate'],
  ])('%s does not find %s', (query, text) => {
    expect(finds(documentTokens([{ text, weight: 1 }]), query)).toBe(false)
  })

  it('of ASCII alone are those that any text has', () => {
    const ascii = fc.string({ unit: 'binary-ascii' })
    fc.assert(
      fc.property(fc.array(fc.oneof(ascii, fc.constantFrom('The', 'c++', 'C#', 'a+b', 'code', 'x'.repeat(90)))), (parts) => {
        const text = parts.join(' ')
        // The last character is no word, and not ASCII.
        expect(documentTokens([{ text, weight: 1 }])).toBe(documentTokens([{ text: `${text} \u2013`, weight: 1 }]))
      }),
    )
  })

  it('stand there as often as they weigh, however often they are repeated', () => {
    const document = documentTokens([
      { text: 'review code', weight: 3 },
      { text: 'code code code helps', weight: 1 },
    ])
    const count = (word: string) => document.split(` ${word} `).length - 1
    expect([count('code'), count('review'), count('helps')]).toEqual([3, 3, 1])
  })

  it('are so many and no more, of texts of any length', () => {
    const text = Array.from({ length: 100_000 }, (_, number) => `w${number}`).join(' ')
    expect(tokensOf(text).size).toBeLessThanOrEqual(3_000)
    expect(tokensOf('x'.repeat(300_000)).size).toBe(1)
  })
})

describe('a query', () => {
  it('has words and no operators', () => {
    expect(queryTerms('+a -b* "c" (d) ~e <f >g @8 % _ \\', { typing: false }).map(({ text }) => text)).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', '8'].map((letter) => `${letter}__`),
    )
    for (const noise of ['', '   ', '+ - > < ( ) ~ * " @', "';--", '%%%', '\u0000'])
      expect(queryTerms(noise, { typing: true })).toEqual([])
  })

  it('takes the last word for a beginning only while it is typed', () => {
    expect(queryTerms('code rev', { typing: true }).at(-1)).toEqual({ text: 'rev', prefix: true })
    expect(queryTerms('code rev', { typing: false }).at(-1)).toEqual({ text: 'rev', prefix: false })
    expect(queryTerms('code rev ', { typing: true }).at(-1)).toEqual({ text: 'rev', prefix: false })
  })

  it('waits for the second letter of a further word', () => {
    expect(queryTerms('code r', { typing: true })).toEqual([{ text: 'code', prefix: false }])
    expect(queryTerms('r', { typing: true })).toEqual([{ text: 'r', prefix: true }])
  })

  it('reads the first words of 10 kB of noise', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 10_000, maxLength: 10_000 }), (noise) => {
        expect(queryTerms(noise, { typing: true }).length).toBeLessThanOrEqual(20)
      }),
      { numRuns: 20 },
    )
  })
})

const marked = (text: string, query: string) =>
  matchRanges(text, queryTerms(query, { typing: true })).map(({ start, end }) => text.slice(start, end))

describe('the places of a query in a text', () => {
  it.each([
    ['Review the Café code', 'cafe rev', ['Review', 'Café']],
    ['the C++ guide, C', 'c++', ['C++']],
    ['東京都に', '京都', ['京都']],
    ['🚀 a 🚀', '🚀', ['🚀', '🚀']],
    ['nothing here', 'other', []],
  ])('in %s of %s', (text, query, parts) => {
    expect(marked(text, query)).toEqual(parts)
  })

  it('are in order and apart from each other, whatever both are', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, query) => {
        let end = -1
        for (const range of matchRanges(text, queryTerms(query, { typing: true }))) {
          expect(range.start).toBeGreaterThan(end)
          expect(range.end).toBeGreaterThan(range.start)
          end = range.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
