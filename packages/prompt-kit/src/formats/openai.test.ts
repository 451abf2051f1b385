import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openai } from './openai.ts'
import { fromText } from './readers.ts'
import { anyTemplate } from './testing/anyTemplate.ts'
import { readAll, readTemplate, writeFile } from './testing/files.ts'
import { roundTrip } from './testing/roundTrip.ts'

const read = async (request: unknown) => await readTemplate(openai, JSON.stringify(request))
const system = { role: 'system', content: 'Be kind to {{name}}.\r\n' }
const user = { role: 'user', content: 'Hello' }
const tools = [
  { type: 'function', function: { name: 'f', parameters: { type: 'object', properties: { headers: { type: 'object' } } } } },
]

test('what is written is read to the same template, but for what is told to be lost', async () => {
  await fc.assert(
    fc.asyncProperty(anyTemplate, async (template) => {
      const { read, expected } = await roundTrip(openai, template)
      expect(read).toEqual(expected)
    }),
  )
})

test('a chat is read with its settings, and all else in it is kept', async () => {
  expect(await read({ model: 'gpt-4.1', messages: [system, user], temperature: 0.3, max_tokens: 50, tools })).toEqual({
    ok: true,
    place: { line: 1, name: null },
    syntax: 'mustache',
    notes: [
      'The file has no name for it, so its first words are the title.',
      'One other message is kept beside the text, and not part of it.',
    ],
    template: {
      title: 'Be kind to {{name}}.',
      description: '',
      category: null,
      tags: [],
      versions: [
        {
          number: 1,
          content: 'Be kind to {{name}}.\r\n',
          variables: [],
          settings: { model: 'gpt-4.1', temperature: 0.3, maxTokens: 50 },
          message: '',
          author: null,
          createdAt: null,
        },
      ],
      labels: [],
      ratings: null,
      extras: {
        openai: { chat: { message: { role: 'system' }, before: [], after: [user] }, limit: 'max_tokens', fields: { tools } },
      },
    },
  })
})

test.each([
  { model: 'm', messages: [system], temperature: 0, max_completion_tokens: 9, response_format: { type: 'json_object' } },
  {
    messages: [user, { ...system, role: 'developer', name: 'x' }, { role: 'assistant', content: null, tool_calls: [] }],
    max_tokens: 9,
    tools,
  },
  { model: 'm', messages: [user, { role: 'assistant', content: 'Yes?' }] },
  { model: 'm', instructions: 'Be kind.', input: 'Hello', max_output_tokens: 9, text: { format: {} } },
  { model: 'm', instructions: 'Be kind.', input: [user] },
  { instructions: 'Be kind.' },
  { model: 'm', input: 'Write a poem.', max_output_tokens: 5 },
  {
    model: 'm',
    input: [
      { role: 'developer', content: 'Be kind.' },
      { type: 'item_reference', id: 'x' },
    ],
  },
  { name: 'Helper', description: 'Helps', model: 'm', instructions: 'Be kind.', object: 'assistant' },
])('%j is written back as it was', async (request) => {
  const { template } = await read(request)
  expect(JSON.parse(await writeFile(openai, template))).toEqual(request)
})

describe('the text', () => {
  test.each([
    [[system], 'Be kind to {{name}}.\r\n', 'mustache'],
    [{ prompt: { messages: [{ role: 'developer', content: 'Hi' }] } }, 'Hi', null],
    [
      {
        messages: [
          {
            role: 'system',
            content: [
              { type: 'text', text: 'a' },
              { type: 'text', text: 'b' },
            ],
          },
        ],
      },
      'a\n\nb',
      null,
    ],
    [{ messages: [{ role: 'system', content: '' }, user] }, 'Hello', null],
    [{ instructions: 'a', input: [{ role: 'system', content: 'b' }, user] }, 'a\n\nb', null],
    [{ input: [{ role: 'user', content: [{ type: 'input_text', text: 'q' }] }] }, 'q', null],
  ])('of %j is %j', async (request, content, syntax) => {
    const item = await read(request)
    expect(item.syntax).toBe(syntax)
    expect(item.template.versions[0]?.content).toBe(content)
  })
})

test('keys are left out, and what a schema says of such a field is not', async () => {
  const mcp = { type: 'mcp', authorization: 'k', headers: { 'X-Key': 'k' }, server_label: 's' }
  const { template, notes } = await read({ messages: [system], api_key: 'k', tools: [...tools, mcp], extra_headers: { a: 'k' } })
  expect(notes).toContain('What opens connections is left out: "api_key", "extra_headers", "authorization", "headers".')
  expect(template.extras.openai?.['fields']).toEqual({ tools: [...tools, { type: 'mcp', server_label: 's' }] })
})

test.each([
  [{}, 'There are no messages, no instructions and no input in it.'],
  [1, 'The item should be an object.'],
  [[1], 'The field "messages[0]" should be an object.'],
  [{ messages: 'x' }, 'The field "messages" should be a list.'],
  [{ messages: [] }, 'There is no system message, and no user message to take instead.'],
  [{ messages: [user, user] }, 'There is no system message, and more than one user message to take instead.'],
  [{ messages: [{ role: 'user', content: [{ type: 'image_url' }] }] }, 'The user message should hold text alone.'],
  [{ messages: [system], temperature: 3 }, 'The field "temperature" does not fit: Use 0 to 2.'],
  [{ messages: [system], max_tokens: 0 }, 'The field "max_tokens" does not fit: Use 1 or more.'],
  [{ messages: [system], model: ['m'] }, 'The field "model" should be a text.'],
  [
    { prompt: { id: 'pmpt_1', version: '2' } },
    'It only names the prompt "pmpt_1" that OpenAI keeps: its text is not in the file.',
  ],
])('%j is refused', async (request, reason) => {
  expect(await readAll(openai, `\n\n${JSON.stringify(request)}`)).toEqual([{ ok: false, place: { line: 3, name: null }, reason }])
})

test('what is no JSON is told with its line', async () => {
  await expect(Array.fromAsync(openai.read(fromText('{\n"messages": [}\n')))).rejects.toMatchObject({ line: 2 })
})

test('what a request cannot hold is told', async () => {
  const { template } = await read({ messages: [system] })
  const [version] = template.versions
  if (version === undefined) throw new Error('There is no version.')
  const variables = [{ name: 'name', type: 'text' as const, required: true, source: 'author' as const, sensitive: false }]
  const versions = [version, { ...version, number: 2, variables, settings: { model: 'm' } }]
  expect(openai.write?.losses({ ...template, versions, tags: ['x'], extras: { langfuse: {} } })).toEqual([
    'OpenAI has no place for its title.',
    'OpenAI has no place for its tags.',
    'Only the latest version is written, without its number.',
    'OpenAI does not declare variables: their types, defaults and descriptions are left out.',
    'What was kept from files of other formats is left out: langfuse.',
    'OpenAI fills in no variables: {{ name }} and all marks like it stand in the text as they are.',
  ])
  expect(openai.write?.losses(template)).toContain('Before it can be sent it needs what OpenAI asks for: a model.')
})

test('what was kept and then changed by hand harms nothing', async () => {
  const { template } = await read({ model: 'm', messages: [system] })
  const kept = { chat: { message: 1 }, fields: { messages: 'x', model: 'y' } }
  const request: unknown = JSON.parse(await writeFile(openai, { ...template, extras: { openai: kept } }))
  expect(request).toEqual({ model: 'm', messages: [system] })
})

test.each([
  ['{"model": "gpt-4.1", "messages": [{"role": "system", "content": "x', 0.9],
  ['[{"role": "system", "content": "x"}]', 0.6],
  ['{"model": "m", "instructions": "x"}', 0.9],
  ['{"prompt": {"id": "pmpt_1"}}', 0.9],
  ['{"model": "claude-x", "messages": [{"role": "user", "content": "x"}]}', 0.3],
  ['{"model": "m", "max_tokens": 1, "system": "x", "messages": [{"role": "user", "content": "x"}]}', 0],
  ['{"lc": 1, "type": "constructor", "id": [], "kwargs": {"messages": []}}', 0],
  ['[{"name": "a", "type": "chat", "prompt": [{"role": "system", "content": "x"}]}]', 0],
  ['[{"command": "/a", "title": "a", "content": "x"}]', 0],
  ['{"prompts": ["x"], "providers": [], "tests": []}', 0],
  ['name: a\nmessages:\n  - role: system\n    content: x', 0],
  ['---\nmodel: m\ninput: x\n---\nmessages', 0],
  ['', 0],
])('%s is recognised as %d', (beginning, sure) => expect(openai.recognises('pasted.json', beginning)).toBe(sure))
