import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { promptfoo } from './promptfoo.ts'
import { anyTemplate } from './testing/anyTemplate.ts'
import { readAll, readTemplate, writeFile } from './testing/files.ts'
import { roundTrip } from './testing/roundTrip.ts'
import { FormatFault } from './types.ts'

const file = `description: Two ways to greet
prompts:
  - |
    Greet {{ who }}.
    Be short.
  - id: long
    label: Long greeting
    raw: Greet {{ who | upper }} at length.
    config: {temperature: 0}
  - '[{"role": "system", "content": "Be kind."}, {"role": "user", "content": "{{ who }}"}]'
providers:
  - openai:gpt-4.1-mini
tests:
  - vars: {who: Mia}
    assert:
      - {type: contains, value: Mia}
`

test('what is written is read to the same template, but for what is told to be lost', async () => {
  await fc.assert(
    fc.asyncProperty(anyTemplate, async (template) => {
      const { read, expected } = await roundTrip(promptfoo, template)
      expect(read).toEqual(expected)
    }),
  )
})

test('each prompt is an item, with its line, and the tests stay beside it', async () => {
  const items = await readAll(promptfoo, file)
  expect(items).toMatchObject([
    {
      ok: true,
      place: { line: 3, name: null },
      syntax: 'jinja',
      template: { title: 'Greet {{ who }}.', versions: [{ content: 'Greet {{ who }}.\nBe short.\n' }] },
    },
    {
      ok: true,
      place: { line: 6, name: 'Long greeting' },
      syntax: 'jinja',
      template: { title: 'Long greeting', description: '' },
    },
    { ok: true, place: { line: 10 }, syntax: null, template: { title: 'Be kind.', versions: [{ content: 'Be kind.' }] } },
  ])
  const templates = items.flatMap((item) => (item.ok ? [item.template] : []))
  expect(templates[1]?.extras.promptfoo).toEqual({
    prompt: { id: 'long', config: { temperature: 0 } },
    fields: {
      description: 'Two ways to greet',
      providers: ['openai:gpt-4.1-mini'],
      tests: [{ vars: { who: 'Mia' }, assert: [{ type: 'contains', value: 'Mia' }] }],
    },
  })
  const again = await readAll(promptfoo, await writeFile(promptfoo, ...templates))
  expect(again.map((item) => item.ok && item.template)).toEqual(templates)
})

test('the tests are not written where not all templates came with them', async () => {
  const [one] = await readAll(promptfoo, file)
  const other = await readTemplate(promptfoo, 'prompts: Hello\n')
  if (one?.ok !== true) throw new Error('It is refused.')
  const written = await writeFile(promptfoo, one.template, other.template)
  expect(written).not.toContain('tests')
  expect(await readAll(promptfoo, written)).toHaveLength(2)
})

test('the description is that of the only prompt', async () => {
  const { template } = await readTemplate(promptfoo, 'description: Greets\nprompts: [Hello]\n')
  expect(template).toMatchObject({ title: 'Hello', description: 'Greets', extras: {} })
  expect(await writeFile(promptfoo, template)).toBe('description: Greets\nprompts:\n- label: Hello\n  raw: Hello\n')
  expect(await writeFile(promptfoo)).toBe('prompts: []\n')
})

test.each([
  ['Show {{braces}} and {% tags %}', null],
  ['file://a.txt', null],
  ['[{"role": "user", "content": "Hi"}]', null],
  ['- role: user\n  content: Hi\n', null],
])('plain text that means something else to promptfoo, %j, stays what it is', async (content, syntax) => {
  const { template } = await readTemplate(promptfoo, 'prompts: [Hello]\n')
  const versions = template.versions.map((version) => Object.assign({}, version, { content }))
  const changed = { ...template, versions }
  expect(promptfoo.write?.losses(changed)).toEqual([])
  expect(await readTemplate(promptfoo, await writeFile(promptfoo, changed))).toMatchObject({ syntax, template: changed })
})

describe('a prompt that is none', () => {
  test.each([
    ['file://prompts/a.txt', 'This prompt stands in another file (file://prompts/a.txt), which is not read: import that file.'],
    ['prompts/*.txt', /stands in another file/],
    ['file://make.py:build', 'This prompt is code (file://make.py:build), which is never run here.'],
    ['make.js', /is code/],
    ['"exec: ./make.sh"', /is code/],
    ['{id: x, function: 1}', 'This prompt is code, which is never run here.'],
    ['{label: x, raw: file://make.mjs}', /is code/],
    ['langfuse://a:1', /stands with another service/],
    ['{label: x}', 'The field "raw" is missing.'],
    ['{label: 1, raw: x}', 'The field "label" should be a text.'],
    ['7', 'A prompt should be a text, or an object with a text in "raw".'],
    ['""', 'There is no text in it.'],
    [`'[{"role": "assistant", "content": "Hi"}]'`, /no user message to take instead/],
  ])('%s is refused with its line, and the next is read', async (entry, reason) => {
    const [item, next] = await readAll(promptfoo, `description: x\nprompts:\n  - ${entry}\n  - Hello\n`)
    expect(item).toMatchObject({ ok: false, place: { line: 3 } })
    expect(item?.ok === false && item.reason).toMatch(reason)
    expect(next).toMatchObject({ ok: true, place: { line: 4 } })
  })
})

test.each([
  ['- a\n', 1, /should hold fields/],
  ['tests: []\n', 1, /"prompts" is missing/],
  ['tests: []\nprompts: {a.txt: b}\n', 2, /should be a list/],
  ['prompts:\n  - "a\n', 3, /no valid|not valid/],
])('%j cannot be read at all', async (text, line, reason) => {
  const fault: unknown = await readAll(promptfoo, text).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(FormatFault)
  expect(fault).toMatchObject({ line, message: expect.stringMatching(reason) })
})

test('code and keys around the prompts are left out, with notes', async () => {
  const text = `prompts: [Hello]
env: {OPENAI_API_KEY: sk-1}
providers:
  - openai:gpt-4.1-mini
  - file://own.py
  - id: exec:run.sh
  - id: openai:chat
    config: {apiKey: sk-1, temperature: 0}
extensions: [file://hook.js:go]
defaultTest:
  options: {transform: output.trim(), prefix: a}
  vars: {transform: b}
tests:
  - vars: {a: file://make.ts, b: file://a.txt}
    assert: [{type: javascript, value: output.length}, {type: equals, value: x}]
`
  const { template, notes } = await readTemplate(promptfoo, text)
  expect(template.extras.promptfoo?.['fields']).toEqual({
    providers: ['openai:gpt-4.1-mini', { id: 'openai:chat', config: { temperature: 0 } }],
    defaultTest: { options: { prefix: 'a' }, vars: { transform: 'b' } },
    tests: [{ vars: { b: 'file://a.txt' }, assert: [{ type: 'equals', value: 'x' }] }],
  })
  expect(notes).toEqual([
    'What opens connections is left out: "apiKey", "env".',
    'Tests, providers and settings of the file that are code are left out.',
  ])
})

test('too much around the prompts is left out, with a note', async () => {
  const { template, notes } = await readTemplate(promptfoo, `prompts: [Hello]\ntests: [{vars: {a: "${'x'.repeat(100_001)}"}}]\n`)
  expect(template.extras).toEqual({})
  expect(notes).toEqual([expect.stringMatching(/too much to be kept/)])
})

test('it is known by its name and its shape', () => {
  expect(promptfoo.recognises('promptfooconfig.yaml', file)).toBeGreaterThan(0.9)
  expect(promptfoo.recognises('a.txt', file.slice(0, 500))).toBeGreaterThan(0.8)
  for (const other of [
    'name: a\nmessages:\n  - role: system\n    content: Hi\n',
    '---\nname: a\nmodel: b\n---\nsystem:\nHi\n',
    '{"prompts": [{"name": "a", "prompt": "b"}]}',
    'act,prompt\n"a","b"\n',
  ])
    expect(promptfoo.recognises('a.txt', other)).toBe(0)
})
