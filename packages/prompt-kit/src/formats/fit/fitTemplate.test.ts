import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyTemplate } from '../testing/anyTemplate.ts'
import type { PortableTemplate } from '../types.ts'
import { fitTemplate, type Fitted, type Room } from './fitTemplate.ts'
import { guessFamily } from './guessFamily.ts'
import { originalSchema, withOriginal } from './original.ts'

const room: Room = {
  title: 200,
  description: 50,
  tag: 10,
  tags: 2,
  template: 4000,
  versionMessage: 20,
  versionsAtOnce: 3,
  metadata: 1000,
}

const version: PortableTemplate['versions'][number] = {
  number: 1,
  content: 'Guide people.',
  variables: [],
  settings: {},
  message: '',
  author: null,
  createdAt: null,
}
const template: PortableTemplate = {
  title: 'Guide',
  description: '',
  category: null,
  tags: [],
  versions: [version],
  labels: [],
  ratings: null,
  extras: {},
}
const who = { name: 'who', type: 'text', required: true, source: 'author', sensitive: false } as const

const fit = (change: Partial<PortableTemplate>) => fitTemplate({ ...template, ...change }, room, ['writing'])

function fitted(change: Partial<PortableTemplate>): Fitted {
  const result = fit(change)
  if (!result.ok) throw new Error(result.reason)
  return result.fitted
}

test.each<[Partial<PortableTemplate>, string]>([
  [{ title: ' \n' }, 'It has no title.'],
  [{ versions: [{ ...version, content: '' }] }, 'It has no text.'],
  [{ versions: [{ ...version, content: 'x'.repeat(4001) }] }, 'It has 4,001 characters; a template can have 4,000.'],
  [{ versions: [version, { ...version, number: 7, content: '' }] }, 'Version 7 has no text.'],
  [
    { versions: [{ ...version, content: '{{ who', variables: [who] }] },
    'It declares variables, and cannot be read as a template: This variable is not closed: }} is missing.',
  ],
])('what cannot be kept is refused as a whole: %#', (change, reason) => {
  expect(fit(change)).toEqual({ ok: false, reason })
})

test('of more versions than there is room for the newest are kept, from those they came from', () => {
  const parents = [{ parent: null }, { parent: 2 }, { parent: 2 }, { parent: 4 }, {}]
  const versions = parents.map((parent, index) => Object.assign({}, version, parent, { number: index + 2 }))
  const { versions: kept, original, notes } = fitted({ versions })
  expect(kept.map(({ parent }) => parent)).toEqual([null, 1, 2])
  expect(original?.versions.map(({ number }) => number)).toEqual([4, 5, 6])
  expect(notes).toContain('It has 5 versions; the newest 3 are kept.')
})

describe('words about a template', () => {
  test('are cut to what fits, and the notes say so', () => {
    const { notes, ...kept } = fitted({
      title: ` ${'t'.repeat(199)}🧭x`,
      description: `${'d'.repeat(60)} `,
      category: 'roles',
      tags: [' One', 'one', '', 'a tag that is long', 'three'],
      labels: [{ name: 'production', number: 4 }],
      ratings: { count: 1, average: 5 },
      versions: [
        { ...version, number: 4, message: 'm'.repeat(30), settings: { model: 'm'.repeat(101), temperature: 3, maxTokens: 0 } },
      ],
      extras: { skill: { long: 'x'.repeat(500) } },
    })
    expect(kept).toMatchObject({
      title: 't'.repeat(199),
      description: 'd'.repeat(50),
      category: null,
      tags: ['one', 'a tag that'],
      extras: {},
      versions: [{ message: 'm'.repeat(20), settings: {} }],
    })
    expect(notes).toEqual([
      'Its title is cut to 200 characters.',
      'Its description is cut to 50 characters.',
      'Tags are cut to 10 characters.',
      'A template can have 2 tags; 1 more are left out.',
      'The library has no category "roles".',
      'The name of the model is left out: it is out of range.',
      'The temperature is left out: it is out of range.',
      'The most of tokens is left out: it is out of range.',
      'What was said of a version is cut to 20 characters.',
      'Its versions are numbered from 1 here.',
      'An import sets no labels: production at version 4.',
      'Its ratings are left out: people rate it here anew.',
      'What the file holds beside the template is too much to be kept with it.',
    ])
  })

  test.each<[string, Partial<PortableTemplate>]>([
    ['title', { title: 'x'.repeat(1000) }],
    ['category', { category: 'x'.repeat(1000) }],
    ['author', { versions: [{ ...version, author: 'x'.repeat(1000) }] }],
  ])('are not kept as the file had them where that is too much: its %s', (_, change) => {
    const extras = { skill: { a: 'x'.repeat(500) } }
    const result = fitted({ ...change, extras })
    expect(result).toMatchObject({ original: null, extras })
    expect(result.notes).toContain(
      'What the file said that was made to fit is too much to be kept: an export writes what is kept here.',
    )
  })

  test('that fit stay as they are, without a note', () => {
    const { notes, title, category, tags, extras } = fitted({ category: 'writing', tags: ['a'], extras: { skill: { a: 1 } } })
    expect({ notes, title, category, tags, extras }).toEqual({
      notes: [],
      title: 'Guide',
      category: 'writing',
      tags: ['a'],
      extras: { skill: { a: 1 } },
    })
  })
})

/** A template as the library gives it back: of other authors, numbered from 1. */
function kept({ title, description, category, tags, versions, extras }: Fitted): PortableTemplate {
  const all = versions.map((each, index) => Object.assign({ number: index + 1, author: 'Ada', createdAt: null }, each))
  return { title, description, category, tags, extras, versions: all, labels: [], ratings: null }
}

describe('what a file said', () => {
  test('goes into a file again as it came, but for labels and ratings', () => {
    fc.assert(
      fc.property(anyTemplate, (one) => {
        const wide = { ...room, template: 400_000, metadata: 10_000_000 }
        const result = fitTemplate(one, wide, [one.category ?? ''])
        if (!result.ok) return
        const original = originalSchema.parse(JSON.parse(JSON.stringify(result.fitted.original)))
        const versions = one.versions.map((each, index) =>
          Object.assign({}, each, { parent: one.versions[index - 1]?.number ?? null }),
        )
        expect(withOriginal(kept(result.fitted), original)).toEqual({ ...one, versions, labels: [], ratings: null })
      }),
    )
  })

  test('gives way to what was changed since, and further versions go on from its numbers', () => {
    const { original, ...rest } = fitted({
      title: ' Guide ',
      tags: ['A'],
      versions: [{ ...version, number: 5, author: 'ann,ben' }],
    })
    if (original === null) throw new Error('It is not kept.')
    const now = kept({ original, ...rest })
    const later = { ...version, number: 2, parent: 1, author: 'Ada', content: 'New.' }
    const changed = { ...now, tags: ['b'], versions: [...now.versions, later], labels: [{ name: 'production', number: 2 }] }
    expect(withOriginal(changed, original)).toMatchObject({
      title: ' Guide ',
      tags: ['b'],
      versions: [
        { number: 5, author: 'ann,ben' },
        { number: 6, parent: 5, author: 'Ada' },
      ],
      labels: [{ name: 'production', number: 6 }],
    })
  })
})

test.each([
  ['claude-x', 'claude'],
  ['anthropic/claude-x', 'claude'],
  ['gpt-x', 'gpt'],
  ['openai/gpt-x', 'gpt'],
  ['o3', 'gpt'],
  ['gemini-x', 'gemini'],
  ['googleai/gemini-x', 'gemini'],
  ['llama', null],
  ['', null],
])('the family of %j is %s', (model, family) => {
  expect(guessFamily({ versions: [{ ...version, settings: { model } }] })).toBe(family)
})
