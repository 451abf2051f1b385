import { describe, expect, test } from 'vitest'
import { parseBrief } from '../brief/parseBrief.ts'
import { families } from '../brief/schema.ts'
import { compose } from '../composer/compose.ts'
import { realBriefs } from '../realBriefs.ts'
import { check, ruleNames } from './check.ts'

const names = (text: string, options = {}) => check(text, options).map(({ rule }) => rule)

describe('check', () => {
  test('says of each finding what, where, why and whence', () => {
    expect(check('Be kind.\n```\nx')).toEqual([
      {
        rule: 'fence-unclosed',
        severity: 'error',
        certainty: 'exact',
        range: { start: 9, end: 12 },
        message: 'This code fence is not closed: ``` is missing.',
        why: expect.stringMatching(/^\p{Lu}.*\.$/u),
        source: expect.stringMatching(/^https:/),
        fix: { title: 'Close it at the end of the text', edits: [{ index: 14, remove: 0, insert: '\n```' }] },
      },
    ])
  })

  test('goes in the order of the text', () => {
    const starts = check('I want you to act as a clerk, etc. Lives are at stake.\n# A\n### B\nTODO: x\n```').map(
      ({ range }) => range.start,
    )
    expect(starts.length).toBeGreaterThan(4)
    expect(starts).toEqual(starts.toSorted((one, other) => one - other))
  })

  test('has each rule once', () => {
    expect(new Set(ruleNames).size).toBe(ruleNames.length)
  })

  test('finds nothing in an empty text', () => {
    expect(check('')).toEqual([])
  })

  test('passes over rules that settings switch off', () => {
    expect(names('Go on, etc.\n```')).toEqual(['vague-term', 'fence-unclosed'])
    expect(names('Go on, etc.\n```', { off: ['vague-term'] })).toEqual(['fence-unclosed'])
  })

  test.each(['<!-- check-off: vague-term, threat-bribe -->', '{% comment %}check-off: vague-term threat-bribe{% endcomment %}'])(
    'passes over rules that %s switches off',
    (comment) => {
      expect(names(`Go on, etc.\n\n${comment}\n\nLives are at stake. Work as needed.`)).toEqual([])
    },
  )

  test('switches a rule off for the next line alone', () => {
    const text = 'Use a, etc.\n<!-- check-off-next: vague-term -->\n\nWork as needed.\nShorten where possible.'
    expect(check(text).map(({ range }) => text.slice(range.start, range.end))).toEqual(['etc.', 'where possible'])
  })

  test('finds no error and no warning in what the composer writes that was not in the brief', () => {
    for (const brief of realBriefs.slice(0, 19))
      for (const family of families) {
        const { text } = compose(parseBrief(brief), { family })
        const options = { family, context: { template: false, place: 'publish' } } as const
        const own = names(brief, options)
        const bad = check(text, options).filter(({ rule, severity }) => severity !== 'info' && !own.includes(rule))
        expect([brief, bad.map(({ rule, range }) => [rule, text.slice(range.start, range.end)])]).toEqual([brief, []])
      }
  })

  test.each([
    ['brackets', '{{'.repeat(10_000)],
    ['braces', '{a'.repeat(10_000)],
    ['dollars', '${a:'.repeat(5000)],
    ['squares', '[A '.repeat(10_000)],
    ['tags', '<a x="'.repeat(5000)],
    ['closings', '</a>\n'.repeat(5000)],
    ['openings', '<a>\n'.repeat(5000)],
    ['comments', '<!--'.repeat(10_000)],
    ['examples', '<example'.repeat(5000)],
    ['ticks', '`'.repeat(20_000)],
    ['fences', '```\n'.repeat(5000)],
    ['headings', '# a\n'.repeat(5000)],
    ['marks of hashes', `# ${' #'.repeat(10_000)}`],
    ['spaces', ' '.repeat(20_000)],
    ['words', 'a '.repeat(10_000)],
    ['capitals', 'NEVER '.repeat(4000)],
    ['quotes', '"“'.repeat(10_000)],
    ['commas', 'do not, '.repeat(3000)],
    ['hidden characters', '\u200B\u200Da'.repeat(5000)],
    ['switches', '<!-- check-off: '.repeat(1500)],
    ['limits', 'at least 5 words '.repeat(8_000)],
    ['limits of parts', 'title at most 5 words '.repeat(8_000)],
    ['insertions', '[insert '.repeat(3000)],
    ['wishes', 'I want you to '.repeat(2000)],
  ])('ends soon for many %s', { timeout: 2000 }, (_, text) => {
    expect(check(text)).toBeInstanceOf(Array)
  })
})
