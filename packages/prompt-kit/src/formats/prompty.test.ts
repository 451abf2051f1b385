import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prompty } from './prompty.ts'
import { hasMark } from './prompty/messages.ts'
import { anyTemplate } from './testing/anyTemplate.ts'
import { anyVariables } from './testing/anyVariables.ts'
import { readAll, readTemplate, writeFile } from './testing/files.ts'
import { roundTrip } from './testing/roundTrip.ts'
import { FormatFault, type PortableVersion } from './types.ts'

const file = `---
name: Triage
description: Sorts tickets
authors: [Ann, Bo]
tags: [support]
model:
  api: chat
  configuration:
    type: azure_openai
    azure_endpoint: \${env:ENDPOINT}
    azure_deployment: gpt-4.1-mini
  parameters:
    max_tokens: 200
    temperature: 0.3
    top_p: 0.9
inputs:
  ticket:
    type: string
    description: what the customer wrote
  count: {type: integer, default: 3, required: false}
  kind: {kind: string, enumValues: [billing, other]}
  tags: {type: array, items: {type: string}}
  person: {type: object}
sample:
  ticket: My bill is wrong
  person: {name: Mia}
outputs: {answer: {type: string}}
template: {format: jinja2, parser: prompty}
---
system:
Sort {{ticket}}.\r
Be short.

user[name="x"]:
Go.
`

/** What would begin a message is told to be lost, without saying what is left. */
const unmarked = ({ content, ...version }: PortableVersion): PortableVersion =>
  Object.assign(version, { content: hasMark(content) ? content.replaceAll(':', '.') : content })

test('what is written is read to the same template, but for what is told to be lost', async () => {
  await fc.assert(
    fc.asyncProperty(anyTemplate, async (template) => {
      const { read, expected } = await roundTrip(prompty, { ...template, versions: template.versions.map(unmarked) })
      expect(read).toEqual(expected)
    }),
  )
})

test('declarations are read as they were written, but for what is told to be lost', async () => {
  await fc.assert(
    fc.asyncProperty(anyVariables, async (variables) => {
      const { template } = await readTemplate(prompty, '---\nname: a\n---\nHi {{ who }}')
      const versions = template.versions.map((version) => Object.assign({}, version, { variables }))
      const losses = prompty.write?.losses({ ...template, versions }) ?? []
      const { template: read } = await readTemplate(prompty, await writeFile(prompty, { ...template, versions }))
      const told = variables.filter(({ name }) => losses.some((loss) => loss.includes(`variable "${name}":`)))
      expect(read.versions[0]?.variables.map(({ name }) => name)).toEqual(variables.map(({ name }) => name))
      for (const variable of variables.filter((each) => !told.includes(each)))
        expect(read.versions[0]?.variables).toContainEqual(variable)
    }),
  )
})

test('a file is read with its inputs, and what has no place is written back', async () => {
  const item = await readTemplate(prompty, file)
  const declared = { required: true, source: 'author', sensitive: false }
  expect(item).toMatchObject({
    place: { line: 1, name: 'Triage' },
    syntax: 'jinja',
    notes: [
      'One other message is kept beside the text, and not part of it.',
      'The inputs "person" are no variables here and are kept beside the text.',
      'What opens connections is left out: "configuration".',
    ],
    template: {
      title: 'Triage',
      description: 'Sorts tickets',
      tags: ['support'],
      versions: [
        {
          content: 'Sort {{ticket}}.\r\nBe short.',
          author: 'Ann, Bo',
          settings: { model: 'gpt-4.1-mini', temperature: 0.3, maxTokens: 200 },
        },
      ],
      extras: {
        prompty: {
          fields: { outputs: { answer: { type: 'string' } }, template: { format: 'jinja2', parser: 'prompty' } },
          model: { api: 'chat', parameters: { top_p: 0.9 } },
          inputs: { person: { type: 'object' } },
          sample: { person: { name: 'Mia' } },
          chat: { after: [{ role: 'user', content: 'Go.\n', attributes: '[name="x"]' }] },
        },
      },
    },
  })
  expect(item.template.versions[0]?.variables).toEqual([
    { ...declared, name: 'ticket', type: 'text', label: 'what the customer wrote', example: 'My bill is wrong' },
    { ...declared, name: 'count', type: 'integer', required: false, default: 3 },
    { ...declared, name: 'kind', type: 'enum', options: ['billing', 'other'] },
    { ...declared, name: 'tags', type: 'list' },
  ])
  const again = await readTemplate(prompty, await writeFile(prompty, item.template))
  expect(again).toEqual({ ...item, notes: item.notes.slice(0, 2) })
})

describe('inputs', () => {
  test.each([
    ['inputs: {a: Mia, b: 3, c: true, d: [x], e: null}', 'a text "Mia", b integer 3, c boolean true, d list ["x"], e text'],
    ['sample: {a: Mia, b: 1.5}', 'a text "Mia", b number 1.5'],
    ['inputs: [{name: a, kind: string, example: x}, {name: b, kind: float}]', 'a text "x", b number'],
    ['inputs: {a: {type: string, sample: "x\\ny"}}', 'a longtext "x\\ny"'],
    ['inputs: {a: {}}', 'a text'],
    ['inputs: {a: {type: array, items: {type: object}}, b: {type: thing}}', ''],
  ])('%s declare', async (front, expected) => {
    const { template } = await readTemplate(prompty, `---\nname: a\n${front}\n---\nHi\n`)
    const variables = template.versions[0]?.variables ?? []
    expect(variables.map(({ name, type, example }) => `${name} ${type} ${JSON.stringify(example) ?? ''}`.trim()).join(', ')).toBe(
      expected,
    )
    const { template: again } = await readTemplate(prompty, await writeFile(prompty, template))
    expect(again).toEqual(template)
  })

  test('that do not fit are left out, with notes', async () => {
    const { notes } = await readTemplate(
      prompty,
      '---\nname: a\ninputs: {firstName: Mia, n: {type: integer, default: x}}\n---\nHi\n',
    )
    expect(notes).toEqual([
      'The name "firstName" of a variable is not one here, so its declaration is left out.',
      'The default of "n" does not fit its type and is left out.',
    ])
  })
})

describe('messages', () => {
  test('unmarked text is the system text, as it stands', async () => {
    const item = await readTemplate(prompty, '---\nname: a\n---\n\nBe {{ kind }}.\r\n')
    expect(item).toMatchObject({
      syntax: 'jinja',
      notes: [],
      template: { extras: {}, versions: [{ content: '\nBe {{ kind }}.\r\n' }] },
    })
  })

  test('without a system message the only user message is the text', async () => {
    const item = await readTemplate(prompty, '---\nname: a\n---\n# User:\nHi\n')
    expect(item.template).toMatchObject({ versions: [{ content: 'Hi\n' }] })
    expect(item.notes).toEqual(['There is no system message, so the only user message is the text.'])
  })

  test('a role within a line begins none', async () => {
    const { template } = await readTemplate(prompty, '---\nname: a\n---\nThe user: he asks.\nA system:x\n')
    expect(template.versions[0]?.content).toBe('The user: he asks.\nA system:x\n')
  })
})

test.each([
  ['{% raw %}Show {{x}}{% endraw %}', 'Show {{x}}', null],
  ['Show {# this #}', 'Show {# this #}', 'jinja'],
  ['Show {{x}} {% raw %}{{y}}{% endraw %}', 'Show {{x}} {% raw %}{{y}}{% endraw %}', 'jinja'],
])('the text %j is %j', async (text, content, syntax) => {
  expect(await readTemplate(prompty, text)).toMatchObject({ syntax, template: { versions: [{ content }] } })
})

test('a template in Mustache stays one', async () => {
  const item = await readTemplate(prompty, '---\nname: a\ntemplate: {format: mustache}\n---\nsystem:\nHi {{name}} {% raw %}\n')
  expect(item.syntax).toBe('mustache')
  expect(prompty.write?.losses(item.template)).toEqual(['Prompty takes braces of the plain text for variables.'])
  expect(await readTemplate(prompty, await writeFile(prompty, item.template))).toEqual(item)
})

test('connections and keys are left out, and nothing is taken from an environment', async () => {
  const { template, notes } = await readTemplate(
    prompty,
    '---\nname: a\nmodel:\n  id: ${env:MODEL}\n  connection: {endpoint: x}\n  api_key: abc\n---\nsystem:\nHi ${env:KEY}\n',
  )
  expect(template.extras).toEqual({ prompty: { model: { id: '${env:MODEL}' } } })
  expect(template).toMatchObject({ versions: [{ content: 'Hi ${env:KEY}\n', settings: {} }] })
  expect(await writeFile(prompty, template)).toContain('id: ${env:MODEL}')
  expect(notes).toEqual(['What opens connections is left out: "connection", "api_key".'])
})

test('what Prompty would take for something else is told', async () => {
  const { template } = await readTemplate(prompty, '---\nname: a\n---\nHi\n')
  const losses = (content: string) => {
    const versions = template.versions.map((version) => Object.assign({}, version, { content }))
    return prompty.write?.losses({ ...template, versions })
  }
  expect(losses('Hi\nuser:\nBye')).toEqual([expect.stringMatching(/a line with nothing but a role/)])
  expect(losses('{% raw %} {{x}}')).toEqual([expect.stringMatching(/"raw"/)])
  expect(losses('{{x}} {% if %}')).toEqual([])
})

describe('what cannot be read', () => {
  test.each([
    [
      '---\nname: a\nmodel:\n  parameters:\n    temperature: hot\n---\nHi\n',
      5,
      'The field "model.parameters.temperature" should be a number.',
    ],
    ['---\nname: a\ntags: x\n---\nHi\n', 3, 'The field "tags" should be a list.'],
    ['---\nname: a\ninputs: [{type: string}]\n---\nHi\n', 3, 'The field "inputs" should be an object.'],
    ['---\nname: a\n---\nassistant:\nHi\n', 4, /no user message to take instead/],
    ['---\nname: a\n---\nuser:\nHi\nuser:\nHo\n', 4, /more than one user message/],
    ['---\njust a text\n---\nHi\n', 2, 'The item should be an object.'],
  ])('%j is refused with its line', async (text, line, reason) => {
    const [item] = await readAll(prompty, text)
    expect(item).toMatchObject({ ok: false, place: { line } })
    expect(item?.ok === false && item.reason).toMatch(reason)
  })

  test('a front matter with a tag is a fault with its line', async () => {
    const fault: unknown = await readAll(prompty, '---\nname: a\nx: !!python/object:os.system y\n---\nHi\n').catch(
      (error: unknown) => error,
    )
    expect(fault).toBeInstanceOf(FormatFault)
    expect(fault).toMatchObject({ line: 3, message: expect.stringMatching(/Only data is read here/) })
  })
})

test('it is known by its name and its shape', () => {
  expect(prompty.recognises('a.prompty', file)).toBeGreaterThan(0.9)
  expect(prompty.recognises('a.txt', file)).toBeGreaterThan(0.8)
  for (const other of [
    'name: a\nmessages:\n  - role: system\n    content: Hi\n',
    'prompts: [Hi]\ntests: []\n',
    '---\nname: a\nmodel: b\n---\n{{role "system"}}\nHi {{x}}\n',
    '---\nname: a\ndescription: b\n---\n# Hi\n',
    '{"messages": [], "model": "x"}',
  ])
    expect(prompty.recognises('a.txt', other)).toBe(0)
})
