import * as fc from 'fast-check'
import { anyLetter } from './anyLetter.ts'
import type { PortableTemplate, PortableVersion } from '../types.ts'

/** What breaks formats: quotes, ends of lines, braces, dashes, comments, spaces at the ends, letters beyond the first plane, long lines. */
const hostile = fc.constantFrom(
  '"',
  '\\',
  '\r\n',
  '\n',
  '\t',
  '{{',
  '}}',
  '{% if x %}',
  '{',
  '---',
  '\n---\n',
  '#',
  '  ',
  '🧭',
  '\u2028',
  '\0',
  '\uFEFF',
  '__proto__',
  'system:',
  'null',
  ': ',
  '- ',
  '${env:HOME}',
  '|',
  ',',
  '@@@',
  '</system>',
  'x'.repeat(5000),
)
const text = fc
  .array(fc.oneof(hostile, fc.string({ unit: anyLetter, maxLength: 8 })), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''))
  .filter((whole) => whole !== '')
const word = fc.stringMatching(/^[a-z0-9]{1,8}([-_.][a-z0-9]{1,8}){0,2}$/).filter((name) => name !== 'latest')
const moment = fc.date({ min: new Date(0), max: new Date('2099-01-01'), noInvalidDate: true }).map((date) => date.toISOString())

const plain: fc.Arbitrary<Pick<PortableVersion, 'content' | 'variables'>> = fc.record({
  content: text,
  variables: fc.constant([]),
})
const templated: fc.Arbitrary<Pick<PortableVersion, 'content' | 'variables'>> = fc.constant({
  content: 'Greet {{ who }}.\r\n',
  variables: [{ name: 'who', type: 'text', required: true, source: 'author', sensitive: false, example: 'Mia' }],
})

const version: fc.Arbitrary<Omit<PortableVersion, 'number'>> = fc
  .tuple(
    fc.oneof(plain, templated),
    fc.record({
      settings: fc.record(
        { model: word, temperature: fc.constantFrom(0, 0.5, 1, 1.5, 2), maxTokens: fc.integer({ min: 1, max: 100_000 }) },
        { requiredKeys: [] },
      ),
      message: fc.oneof(fc.constant(''), text),
      author: fc.option(text),
      createdAt: fc.option(moment),
    }),
  )
  .map(([body, rest]) => Object.assign({}, body, rest))

/** Any template that this program can hold, with texts that are meant to break formats; titles have no "|". */
export const anyTemplate: fc.Arbitrary<PortableTemplate> = fc
  .record({
    title: text.map((title) => title.replaceAll('|', '/').slice(0, 200)),
    description: fc.oneof(fc.constant(''), text),
    category: fc.option(word),
    tags: fc.uniqueArray(
      text.map((tag) => tag.slice(0, 40)),
      { maxLength: 3 },
    ),
    bodies: fc.array(version, { minLength: 1, maxLength: 3 }),
    first: fc.integer({ min: 1, max: 5 }),
    labels: fc.uniqueArray(word, { maxLength: 3 }),
    ratings: fc.option(fc.constant({ count: 2, average: 4.5 })),
  })
  .map(({ bodies, first, labels, title, description, category, tags, ratings }) => ({
    title,
    description,
    category,
    tags,
    versions: bodies.map((body, index) => Object.assign({ number: first + index }, body)),
    labels: labels
      .map((name, at) => ({ name, number: first + (at % bodies.length) }))
      .toSorted((one, other) => one.number - other.number),
    ratings,
    extras: {},
  }))
