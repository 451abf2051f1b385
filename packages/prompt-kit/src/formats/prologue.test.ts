import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prologue } from './prologue.ts'
import { anyTemplate } from './testing/anyTemplate.ts'
import { readAll, writeFile } from './testing/files.ts'
import { FormatFault, formatIds, type PortableTemplate } from './types.ts'

const file = (templates: string) => `{\n"format": "prologue",\n"version": 1,\n"templates": ${templates}\n}`

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

async function faultOf(text: string): Promise<{ line: number; message: string }> {
  const fault: unknown = await readAll(prologue, text).catch((error: unknown) => error)
  if (fault instanceof FormatFault) return { line: fault.line, message: fault.message }
  throw new Error('It was read.')
}

const whole: PortableTemplate = {
  title: 'Support',
  description: 'Answers\r\ncustomers.',
  category: 'support',
  tags: ['a', 'b, c'],
  family: 'plain',
  versions: [
    {
      number: 2,
      content: ' ---\r\nYou help {{ who }}. \n\n',
      variables: [
        { name: 'who', type: 'enum', required: false, options: ['x', 'y'], default: 'x', source: 'end-user', sensitive: true },
        { name: 'n', label: 'How many', type: 'integer', required: true, min: 1, max: 3, source: 'author', sensitive: false },
      ],
      settings: { model: 'm', temperature: 0.3, maxTokens: 5 },
      message: 'First.',
      parent: null,
      author: 'Somebody',
      createdAt: '2026-01-02T03:04:05.678+02:00',
    },
    { number: 5, content: '{{ plain', variables: [], settings: {}, message: '', author: null, createdAt: null },
    { number: 6, content: 'x', variables: [], settings: {}, message: '', parent: 2, author: null, createdAt: null },
  ],
  labels: [{ name: 'production', number: 2 }],
  ratings: { count: 3, average: 4.333333333333333 },
  extras: { langfuse: { config: { deep: [1, null, { a: '' }] } }, prologue: { cases: [1], title: 'kept apart' } },
}

describe('our own JSON', () => {
  test('holds all that a template says, and says what it leaves out', async () => {
    const text = await writeFile(prologue, whole)
    expect(JSON.parse(text)).toMatchObject({ format: 'prologue', version: 1, templates: [{ title: 'Support', cases: [1] }] })
    expect(await readAll(prologue, text)).toEqual([
      { ok: true, place: { line: 5, name: 'Support' }, template: whole, syntax: null, notes: [] },
    ])
    expect(prologue.write?.losses(whole)).toEqual(['Who may see it and what it was forked from are left out.'])
  })

  test('of any templates reads to the same, in pieces of any size', async () => {
    const kept = fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      fc.jsonValue({ maxDepth: 3 }).map((value): unknown => JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto'))),
      { noNullPrototype: true, maxKeys: 3 },
    )
    const extras = fc.dictionary(fc.constantFrom(...formatIds), kept, { noNullPrototype: true, maxKeys: 3 })
    const template = fc.tuple(anyTemplate, extras).map(([one, kept]) => Object.assign(one, { extras: kept }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(template, { maxLength: 3 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 3000 }),
        async (templates, isPretty, size) => {
          const pretty = await writeFile(prologue, ...templates)
          const text = isPretty ? pretty : JSON.stringify(JSON.parse(pretty))
          const items = await Array.fromAsync(prologue.read(inPieces(text, size)))
          expect(items.map((item) => item.ok && item.template)).toEqual(templates)
          const lines = text.split('\n')
          for (const { place } of items) expect(lines[place.line - 1]).toMatch(/^\{/)
        },
      ),
    )
  })

  test('needs of a template its title and the text of one version', async () => {
    const [item] = await readAll(prologue, file('[{"title": "T", "versions": [{"number": 1, "content": ""}]}]'))
    expect(item).toMatchObject({
      ok: true,
      template: {
        title: 'T',
        description: '',
        category: null,
        tags: [],
        labels: [],
        ratings: null,
        extras: {},
        versions: [{ variables: [], settings: {}, message: '', author: null, createdAt: null }],
      },
    })
  })

  test('is a template in our language where its latest version declares variables', async () => {
    const variables = '"variables": [{"name": "a", "type": "text"}]'
    const [item] = await readAll(
      prologue,
      file(`[{"title": "T", "versions": [{"number": 1, "content": "{{ a }}", ${variables}}]}]`),
    )
    expect(item).toMatchObject({ ok: true, syntax: 'liquid' })
  })

  test('tells what it does not know and leaves out', async () => {
    const versions = '"versions": [{"number": 1, "content": "c", "mood": 1}, {"number": 2, "content": "d", "mood": 2}]'
    const [item] = await readAll(prologue, file(`[{"title": "T", "new": {"a": 1}, ${versions}, "extras": {"other": {"b": 2}}}]`))
    expect(item).toMatchObject({
      ok: true,
      template: { extras: { prologue: { new: { a: 1 } } } },
      notes: [
        'What was kept of the format "other" is left out; it is not known here.',
        'What else the versions say is left out: mood.',
      ],
    })
  })
})

test.each([
  ['{}', 'The field "title" is missing.'],
  ['null', 'The item should be an object.'],
  ['{"title": ""}', 'The field "title" does not fit: A template has a title.'],
  ['{"title": "T", "versions": []}', 'The field "versions" does not fit: A template has one version or more.'],
  ['{"title": "T", "versions": [{"number": 1}]}', 'The field "versions[0].content" is missing.'],
  ['{"title": "T", "versions": [{"number": 0, "content": ""}]}', 'The field "versions[0].number" does not fit: Use 1 or more.'],
  [
    '{"title": "T", "versions": [{"number": 2, "content": ""}, {"number": 2, "content": ""}]}',
    'The field "versions[1].number" does not fit: Versions stand in the order of their numbers, each once.',
  ],
  [
    '{"title": "T", "versions": [{"number": 2, "content": "", "parent": 2}]}',
    'The field "versions[0].parent" does not fit: There is no version 2 before it.',
  ],
  [
    '{"title": "T", "versions": [{"number": 2, "content": ""}], "labels": [{"name": "a", "number": 1}]}',
    'The field "labels[0].number" does not fit: There is no version 1.',
  ],
  [
    '{"title": "T", "versions": [{"number": 2, "content": "", "createdAt": "yesterday"}]}',
    'The field "versions[0].createdAt" does not fit: Use a time such as 2026-11-22T15:00:00Z.',
  ],
  [
    '{"title": "T", "versions": [{"number": 2, "content": "", "variables": [{"name": "A", "type": "text"}]}]}',
    'The field "versions[0].variables[0].name" does not fit: Use small letters, digits and _ for a name, beginning with a letter.',
  ],
  [`{"title": "T", "deep": ${'['.repeat(200)}${']'.repeat(200)}}`, 'This is nested more than 100 deep.'],
])('a template that does not fit is refused alone: %.60s', async (template, reason) => {
  const good = '{"title": "Good", "versions": [{"number": 1, "content": ""}]}'
  const [refused, next] = await readAll(prologue, file(`[\n\n${template},\n${good}]`))
  expect(refused).toMatchObject({ ok: false, place: { line: 6 }, reason })
  expect(next).toMatchObject({ ok: true, place: { line: 7, name: 'Good' } })
})

const wrong = 'This is not JSON: look for a comma, a quote or a bracket too many or too few.'
const early = 'The fields "format" and "version" should stand before "templates".'
test.each([
  ['', 1, 'The JSON ends too soon: a bracket or a quote is not closed.'],
  [file('[\n{]'), 5, wrong],
  [file('[') + '\n', 5, wrong],
  ['{\n"format": "prologue", "version": 1, "templates": [', 2, 'The JSON ends too soon: a bracket or a quote is not closed.'],
  ['[1]', 1, 'The file should be an object with "templates".'],
  [file('{\n"a": {}}'), 4, 'The field "templates" should be a list.'],
  [file('"x"'), 4, 'The field "templates" should be a list.'],
  [
    '{"format": "prologue",\n"version": 2, "templates": []}',
    2,
    'A newer Prologue wrote this file, in version 2 of its format. Here version 1 is known; nothing of it was read.',
  ],
  ['{"format": "prologue",\n"version": "1", "templates": []}', 2, 'The field "version" should be 1.'],
  ['{"format": "other",\n"version": 1, "templates": []}', 1, 'The field "format" should be "prologue".'],
  ['{"format": "prologue", "templates": []}', 1, 'The field "version" is missing; it should be 1.'],
  ['{"templates": []}', 1, 'The field "format" is missing; it should be "prologue".'],
  ['{"format": "prologue",\n"templates": [{}], "version": 1}', 2, early],
])('a file that cannot be read is a fault with its line: %j', async (text, line, message) => {
  expect(await faultOf(text)).toEqual({ line, message })
})

test('what it says of a prototype changes none', async () => {
  const text = file(
    '[{"title": "T", "__proto__": {"tags": ["x"]}, "versions": [{"number": 1, "content": "", "__proto__": {"author": "x"}}]}]',
  )
  expect(await readAll(prologue, text)).toMatchObject([
    { ok: true, template: { tags: [], extras: {}, versions: [{ author: null }] }, notes: [] },
  ])
})

test.each([
  ['{"format": "prologue", "version": 1', 1],
  ['\uFEFF{\r\n  "format" : "prologue",', 1],
  ['{"version": 1, "format": "prologue", "templates": [', 0.9],
  ['{"templates": [{"format": "prologue"', 0],
  ['[{"format": "prologue"}]', 0],
  ['{"format": "other"}', 0],
])('is recognised by what the file says of itself: %j', (beginning, certainty) => {
  expect(prologue.recognises('any.json', beginning)).toBe(certainty)
})
