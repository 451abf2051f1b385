import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { briefFromForm } from '../brief/briefFromForm.ts'
import { emptyBrief, isEmptyBrief } from '../brief/emptyBrief.ts'
import { parseBrief } from '../brief/parseBrief.ts'
import { droppedWords } from '../brief/read/kept.ts'
import { families } from '../brief/schema.ts'
import { realBriefs } from '../realBriefs.ts'
import { compose, composerVersion, composeSections } from './compose.ts'

const family = fc.constantFrom(...families)
const piece = fc.oneof(
  fc.constantFrom(...realBriefs.flatMap((text) => text.split(/(?<=[.\n])/))),
  fc.constantFrom(
    'Rules:\n',
    '- ',
    '\n\n',
    '```\n',
    '# ',
    'Never ',
    'for beginners',
    ', in a warm tone',
    'max 20 words',
    'Input: a\nOutput: b\n',
    '1. ',
    '"',
    'You will:\n',
    ' and ',
    ': ',
  ),
  fc.string({ unit: 'grapheme' }),
)
const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

describe('compose', () => {
  test('gives the same bytes for the same brief', () => {
    fc.assert(
      fc.property(anyText, family, (text, each) => {
        expect(compose(parseBrief(text), { family: each })).toEqual(compose(parseBrief(text), { family: each }))
      }),
    )
  })

  test('streams what it composes', () => {
    fc.assert(
      fc.property(anyText, family, (text, each) => {
        const brief = parseBrief(text)
        let streamed = ''
        for (const section of composeSections(brief, { family: each })) streamed += section.text
        expect(streamed).toBe(compose(brief, { family: each }).text)
      }),
    )
  })

  test('drops no word of any text', () => {
    fc.assert(
      fc.property(anyText, family, (text, each) => {
        expect(droppedWords(text, compose(parseBrief(text), { family: each }).text)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  test.each(families)('traces every word of a section to a slot for %s', (each) => {
    for (const text of realBriefs) {
      for (const section of compose(parseBrief(text), { family: each }).sections) {
        let left = section.text
        for (const sentence of section.sentences) {
          const at = left.indexOf(sentence.text)
          expect(at, `${section.name}: ${sentence.text}`).toBeGreaterThanOrEqual(0)
          left = left.slice(0, at) + left.slice(at + sentence.text.length)
        }
        const markup = new RegExp(
          String.raw`</?${section.name}>|</?(?:example|input|output)>|#+ ${section.heading}|Input:|Output:|\d+\.|[-\s]`,
          'g',
        )
        expect(left.replaceAll(markup, '')).toBe('')
      }
    }
  })

  test('spans point to where the words stood', () => {
    const text = 'Translate menus. Never change a price.'
    const sentence = compose(parseBrief(text))
      .sections.flatMap(({ sentences }) => sentences)
      .find(({ slot }) => slot === 'dont.0')
    expect(sentence?.span && text.slice(sentence.span.start, sentence.span.end)).toBe('Never change a price.')
  })

  test('makes a small valid prompt of nothing', () => {
    expect(isEmptyBrief(parseBrief('  \n '))).toBe(true)
    const { sections, composerVersion: version } = compose(emptyBrief())
    expect(sections.map(({ name }) => name)).toEqual(['role', 'objective', 'instructions', 'output_format', 'fallback'])
    expect(sections.flatMap(({ sentences }) => sentences).every(({ source }) => source === 'default')).toBe(true)
    expect(version).toBe(composerVersion)
  })

  test('takes the family of the option before that of the brief', () => {
    const brief = briefFromForm({ role: 'editor', family: 'claude' })
    expect(compose(brief).text).toContain('<role>\nYou are an editor.\n</role>')
    expect(compose(brief, { family: 'gpt' }).text).toContain('# Role\n\nYou are an editor.')
  })

  test('lays examples out as the family likes them', () => {
    const brief = briefFromForm({ examples: [{ input: 'a', output: 'b' }] })
    expect(compose(brief, { family: 'gpt' }).text).toContain(
      '<example>\n<input>\na\n</input>\n<output>\nb\n</output>\n</example>',
    )
    expect(compose(brief, { family: 'gemini' }).text).toContain('Input: a\nOutput: b')
    expect(compose(brief, { family: 'gemini' }).text).not.toContain('<')
  })

  test.each([
    'word ',
    'a',
    '- item\n',
    '# H\n',
    '"',
    '([{',
    '```\n',
    'a\r\n',
    'never, ',
    'I will paste my text and you will ',
    'لا تعد ',
    '👩‍👩‍👧 ',
    '1. ',
    '** ',
  ])('reads 200 kB of %j without losing a word', (unit) => {
    const text = unit.repeat(Math.floor(200_000 / unit.length))
    expect(droppedWords(text, compose(parseBrief(text)).text)).toEqual([])
  })
})
