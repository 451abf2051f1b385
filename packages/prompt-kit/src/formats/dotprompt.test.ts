import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dotprompt } from './dotprompt.ts'
import { escapeText, pieces, plainText } from './dotprompt/pieces.ts'
import { anyTemplate } from './testing/anyTemplate.ts'
import { anyVariables } from './testing/anyVariables.ts'
import { readAll, readTemplate, writeFile } from './testing/files.ts'
import { roundTrip } from './testing/roundTrip.ts'
import { FormatFault, type PortableVersion } from './types.ts'
import { variableSchema } from '../variables/schema.ts'

const file = `---
name: triage
variant: short
description: Sorts tickets
model: googleai/gemini-2.5-flash
config:
  temperature: 0.3
  maxOutputTokens: 200
  topK: 3
input:
  schema:
    ticket: string, what the customer wrote
    count?: integer
    urgent: boolean
    kind(enum, the queue): [billing, "on"]
    tags?(array, words to use): string
    person(object): {name: string}
    (*): any
  default:
    count: 3
    person: {name: Mia}
output:
  format: json
---
{{role "system"}}
Sort {{ticket}}.\r
{{#if urgent}}Hurry.{{/if}}

{{history}}
{{role 'user'}}
Go.
`

/** What dotprompt has no place for in a variable is told of it alone. */
const bare = ({ variables, ...version }: PortableVersion): PortableVersion =>
  Object.assign(version, { variables: variables.map((variable) => variableSchema.parse({ ...variable, example: undefined })) })

test('what is written is read to the same template, but for what is told to be lost', async () => {
  await fc.assert(
    fc.asyncProperty(anyTemplate, async (template) => {
      const { read, expected } = await roundTrip(dotprompt, { ...template, versions: template.versions.map(bare) })
      expect(read).toEqual(expected)
    }),
  )
})

test('declarations are read as they were written, but for what is told to be lost', async () => {
  await fc.assert(
    fc.asyncProperty(anyVariables, async (variables) => {
      const { template } = await readTemplate(dotprompt, '---\nname: a\n---\n{{role "system"}}\nHi {{ who }}')
      const versions = template.versions.map((version) => Object.assign({}, version, { variables }))
      const losses = dotprompt.write?.losses({ ...template, versions }) ?? []
      const { template: read } = await readTemplate(dotprompt, await writeFile(dotprompt, { ...template, versions }))
      const told = variables.filter(({ name }) => losses.some((loss) => loss.includes(`variable "${name}":`)))
      expect(read.versions[0]?.variables.map(({ name }) => name)).toEqual(variables.map(({ name }) => name))
      expect(read.versions[0]?.variables.filter(({ name }) => !told.some((each) => each.name === name))).toEqual(
        variables.filter((variable) => !told.includes(variable)),
      )
    }),
  )
})

test('a file is read with its declarations, and what has no place is written back', async () => {
  const item = await readTemplate(dotprompt, file)
  const declared = { required: true, source: 'author', sensitive: false }
  expect(item).toEqual({
    ok: true,
    place: { line: 1, name: 'triage' },
    syntax: 'handlebars',
    notes: [
      '2 other messages are kept beside the text, and not part of it.',
      'What is declared of the input as "person(object)", "(*)" is no variable here and is kept beside the text.',
    ],
    template: {
      title: 'triage',
      description: 'Sorts tickets',
      category: null,
      tags: [],
      versions: [
        {
          number: 1,
          content: 'Sort {{ticket}}.\r\n{{#if urgent}}Hurry.{{/if}}',
          variables: [
            { ...declared, name: 'ticket', type: 'text', label: 'what the customer wrote' },
            { ...declared, name: 'count', type: 'integer', required: false, default: 3 },
            { ...declared, name: 'urgent', type: 'boolean' },
            { ...declared, name: 'kind', type: 'enum', label: 'the queue', options: ['billing', 'on'] },
            { ...declared, name: 'tags', type: 'list', required: false, label: 'words to use' },
          ],
          settings: { model: 'googleai/gemini-2.5-flash', temperature: 0.3, maxTokens: 200 },
          message: '',
          author: null,
          createdAt: null,
        },
      ],
      labels: [],
      ratings: null,
      extras: {
        dotprompt: {
          fields: { variant: 'short', output: { format: 'json' } },
          config: { topK: 3 },
          schema: { 'person(object)': { name: 'string' }, '(*)': 'any' },
          defaults: { person: { name: 'Mia' } },
          chat: { message: { role: 'system' }, before: [], after: [{ history: true }, { role: 'user', content: 'Go.\n' }] },
        },
      },
    },
  })
  expect(await readTemplate(dotprompt, await writeFile(dotprompt, item.template))).toEqual(item)
})

test('a text without a role is the text as it stands, with a note', async () => {
  const item = await readTemplate(dotprompt, '\nSum {{ text }} up.\r\n')
  expect(item).toMatchObject({
    syntax: 'handlebars',
    template: { title: 'Sum {{ text }} up.', versions: [{ content: '\nSum {{ text }} up.\r\n' }] },
  })
  expect(item.notes).toContain('There is no system message, so the only user message is the text.')
  const { template } = await readTemplate(dotprompt, await writeFile(dotprompt, item.template))
  expect(template).toEqual(item.template)
})

test('JSON Schema declares as well', async () => {
  const { template } = await readTemplate(
    dotprompt,
    '---\ninput:\n  schema:\n    type: object\n    required: [a]\n    properties:\n      a: {type: string, description: one}\n      b: {type: array, items: {type: string}, default: [x]}\n      c: {type: string, enum: [x, y]}\n      d: {type: object}\n---\nHi\n',
  )
  expect(template.versions[0]?.variables).toMatchObject([
    { name: 'a', type: 'text', required: true, label: 'one' },
    { name: 'b', type: 'list', required: false, default: ['x'] },
    { name: 'c', type: 'enum', options: ['x', 'y'] },
  ])
  expect(template.extras.dotprompt?.['schema']).toEqual({ 'd?': { type: 'object' } })
})

test('declarations that do not fit are left out, with notes', async () => {
  const { template, notes } = await readTemplate(
    dotprompt,
    '---\nname: a\ninput:\n  schema:\n    userName: string\n    a: integer\n    a?: string\n    b(enum): [x, x]\n  default: {a: many}\n---\n{{role "system"}}\nHi\n',
  )
  expect(template.versions[0]?.variables).toMatchObject([
    { name: 'a', type: 'integer' },
    { name: 'b', type: 'text' },
  ])
  expect(notes).toEqual([
    'The name "userName" of a variable is not one here, so its declaration is left out.',
    'The default of "a" does not fit its type and is left out.',
    '"a" is declared twice: the first declaration counts.',
    'The options of "b" are not texts to choose from, so it is a text.',
  ])
})

describe('braces', () => {
  test.each([
    ['{{x}}', '\\{{x}}'],
    ['{{{{x', '\\{{\\{{x'],
    ['\\{{x', '\\\\{{!}}\\{{x'],
    ['\\\\{{{\\{{', '\\\\\\{{!}}\\{{{\\\\{{!}}\\{{'],
    ['{ {', '{ {'],
  ])('of plain text, %j, are escaped as %j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped)
    expect(plainText(escaped)).toBe(text)
  })

  test('of any plain text come back', () => {
    const parts = fc.array(fc.constantFrom('{', '{{', '}', '\\', '{{!}}', '!', 'x', '\n')).map((all) => all.join(''))
    fc.assert(
      fc.property(parts, (text) => {
        expect(plainText(escapeText(text))).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  test('make tags where they are not escaped', () => {
    const tags = pieces('a {{b}} \\{{c}} \\\\{{d}} {{{e}}} {{!-- }} --}} {{f').filter(({ kind }) => kind === 'tag')
    expect(tags.map(({ text }) => text)).toEqual(['{{b}}', '{{d}}', '{{{e}}}', '{{!-- }} --}}', '{{f'])
  })

  test('that are escaped mark no role', async () => {
    const { template, syntax } = await readTemplate(dotprompt, 'Write \\{{role "system"}} first.')
    expect(syntax).toBeNull()
    expect(template.versions[0]?.content).toBe('Write {{role "system"}} first.')
  })
})

describe('what cannot be read', () => {
  test.each([
    ['---\nname: a\ninput:\n  default: 1\n---\nHi\n', 4, 'The field "input.default" should be an object.'],
    ['---\nname: a\nconfig:\n  temperature: 9\n---\nHi\n', 4, /Use 0 to 2/],
    ['---\n- a\n---\nHi\n', 2, 'The item should be an object.'],
    ['---\nname: a\n---\n{{#if x}}\n{{role "system"}}\nHi{{/if}}\n', 5, /A message begins within a block/],
    ['---\nname: a\n---\n{{role "model"}}\nHi\n', 4, /no user message to take instead/],
    ['---\nname: a\n---\n', 4, /no user message to take instead/],
  ])('%j is refused with its line', async (text, line, reason) => {
    const [item] = await readAll(dotprompt, text)
    expect(item).toMatchObject({ ok: false, place: { line } })
    expect(item?.ok === false && item.reason).toMatch(reason)
  })

  test.each([
    ['---\nname: a\nname: b\n---\nHi\n', 3],
    ['---\nname: a\nHi\n', 1],
  ])('%j is a fault with its line', async (text, line) => {
    const fault: unknown = await readAll(dotprompt, text).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(FormatFault)
    expect(fault).toMatchObject({ line })
  })
})

test('what Handlebars would take for something else is told', () => {
  const variable = { name: 'history', type: 'text' as const, required: true, source: 'author' as const, sensitive: false }
  const version = { number: 1, content: '\\{{ history }}{% if history %}x{% endif %}', variables: [variable], settings: {} }
  const versions = [{ ...version, message: '', author: null, createdAt: null }]
  const template = { title: 'a', description: '', category: null, tags: [], versions, labels: [], ratings: null, extras: {} }
  expect(dotprompt.write?.losses(template)).toEqual([
    'dotprompt takes braces of the plain text for variables.',
    'These mean something else to dotprompt than a variable: {{ history }}.',
  ])
})

test('it is known by its name and its shape', () => {
  expect(dotprompt.recognises('a.prompt', file)).toBeGreaterThan(0.9)
  expect(dotprompt.recognises('a.txt', file)).toBeGreaterThan(0.8)
  for (const other of [
    'name: a\nmessages:\n  - role: system\n    content: Hi\n',
    'prompts: [Hi]\ntests: []\n',
    '---\nname: a\nmodel: b\n---\nsystem:\nHi {{x}}\n',
    '---\nname: a\ndescription: b\n---\n# Hi\n',
    '{"messages": [], "model": "x"}',
  ])
    expect(dotprompt.recognises('a.txt', other)).toBe(0)
})
