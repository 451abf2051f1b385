import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { githubModels } from './githubModels.ts'
import { anyTemplate } from './testing/anyTemplate.ts'
import { readAll, readTemplate, writeFile } from './testing/files.ts'
import { roundTrip } from './testing/roundTrip.ts'
import { FormatFault } from './types.ts'

const file = `name: Ticket triage
description: Sorts tickets
model: openai/gpt-4.1-mini
modelParameters:
  temperature: 0.3
  maxTokens: 200
  topP: 0.9
messages:
  - role: system
    content: |
      Sort the ticket into one of {{ kinds }}.
      Answer with its name alone.
  - role: user
    content: "{{ticket}}"
testData:
  - ticket: My bill is wrong
    expected: billing
evaluators:
  - name: same
    string:
      contains: "{{expected}}"
responseFormat: text
`

test('what is written is read to the same template, but for what is told to be lost', async () => {
  await fc.assert(
    fc.asyncProperty(anyTemplate, async (template) => {
      const { read, expected } = await roundTrip(githubModels, template)
      expect(read).toEqual(expected)
    }),
  )
})

test('a file is read with its settings, and what has no place is written back', async () => {
  const item = await readTemplate(githubModels, file)
  expect(item).toMatchObject({
    place: { line: 1, name: 'Ticket triage' },
    syntax: 'mustache',
    notes: ['One other message is kept beside the text, and not part of it.'],
    template: {
      title: 'Ticket triage',
      description: 'Sorts tickets',
      versions: [
        {
          content: 'Sort the ticket into one of {{ kinds }}.\nAnswer with its name alone.\n',
          variables: [],
          settings: { model: 'openai/gpt-4.1-mini', temperature: 0.3, maxTokens: 200 },
        },
      ],
      extras: { 'github-models': { modelParameters: { topP: 0.9 } } },
    },
  })
  const again = await writeFile(githubModels, item.template)
  expect(again).toContain('    content: |\n      Sort the ticket')
  expect(await readTemplate(githubModels, again)).toEqual(item)
})

test('without a system message the only user message is the text, and goes back to where it was', async () => {
  const item = await readTemplate(githubModels, 'messages:\n  - {role: user, content: "Sum {{text}} up."}\n')
  expect(item.template).toMatchObject({ title: 'Sum {{text}} up.', versions: [{ content: 'Sum {{text}} up.' }] })
  expect(item.notes).toHaveLength(2)
  expect(await writeFile(githubModels, item.template)).toContain('role: user\n    content: Sum {{text}} up.')
})

describe('what cannot be read', () => {
  test.each([
    ['name: a\nmodel: b\n', 1, 'The field "messages" is missing.'],
    [
      'name: a\nmessages:\n  - role: system\n    content: Hi\n  - role: robot\n',
      5,
      /^The field "messages\[1\]\.role" should be "system" or/,
    ],
    ['name: 1\nmessages: []\n', 1, 'The field "name" should be a text.'],
    [
      'model: a\nmodelParameters:\n  temperature: hot\nmessages: []\n',
      3,
      'The field "modelParameters.temperature" should be a number.',
    ],
    ['name: a\nmessages:\n  - role: assistant\n    content: Hi\n', 2, /no user message to take instead/],
    ['name: a\nmessages:\n  - role: system\n    content: {a: 1}\n', 2, 'The system message should hold text alone.'],
    ['- a\n', 1, 'The item should be an object.'],
  ])('%j is refused with its line', async (text, line, reason) => {
    const [item, ...others] = await readAll(githubModels, text)
    expect(others).toEqual([])
    expect(item).toMatchObject({ ok: false, place: { line }, reason: expect.stringMatching(reason) })
  })

  test('a file that is no YAML is a fault with its line', async () => {
    const fault: unknown = await readAll(githubModels, 'name: a\nname: b\n').catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(FormatFault)
    expect(fault).toMatchObject({ line: 2 })
  })
})

test('keys of services are left out, with a note', async () => {
  const item = await readTemplate(
    githubModels,
    'name: a\napiKey: abc\nmessages:\n  - {role: system, content: "Use ${env:KEY}"}\n',
  )
  expect(item.notes).toEqual(['What opens connections is left out: "apiKey".'])
  expect(item.template).toMatchObject({ extras: {}, versions: [{ content: 'Use ${env:KEY}' }] })
})

test('it is known by its name and its shape', () => {
  expect(githubModels.recognises('a.prompt.yml', file)).toBeGreaterThan(0.9)
  expect(githubModels.recognises('a.yaml', file.slice(0, 300))).toBeGreaterThan(0.8)
  for (const other of [
    'prompts:\n  - Hi\nproviders: [x]\ntests: []\n',
    '---\nname: a\nmodel: b\n---\nsystem:\nHi\n',
    '---\nmessages: a\n---\nHi\n',
    '{"messages": [], "model": "x"}',
    'act,prompt\n"a","b"\n',
  ])
    expect(githubModels.recognises('a.txt', other)).toBe(0)
})
