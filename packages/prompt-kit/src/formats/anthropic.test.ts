import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anthropic } from './anthropic.ts'
import { fromText } from './readers.ts'
import { anyTemplate } from './testing/anyTemplate.ts'
import { readAll, readTemplate, writeFile } from './testing/files.ts'
import { roundTrip } from './testing/roundTrip.ts'

const read = async (request: unknown) => await readTemplate(anthropic, JSON.stringify(request))
const user = { role: 'user', content: 'Hello' }
const tools = [{ name: 'f', description: 'd', input_schema: { type: 'object' } }]
const named = 'The file has no name for it, so its first words are the title.'

test('what is written is read to the same template, but for what is told to be lost', async () => {
  await fc.assert(
    fc.asyncProperty(anyTemplate, async (template) => {
      const { read, expected } = await roundTrip(anthropic, template)
      expect(read).toEqual(expected)
    }),
  )
})

test('a request is read with its settings, and all else in it is kept', async () => {
  const request = {
    model: 'claude-x',
    max_tokens: 50,
    system: '# Be kind\nto {{NAME}}.',
    messages: [user],
    temperature: 0.3,
    tools,
  }
  expect(await read(request)).toEqual({
    ok: true,
    place: { line: 1, name: null },
    syntax: 'mustache',
    notes: [named, 'One message is kept beside the system text, and not part of it.'],
    template: {
      title: 'Be kind',
      description: '',
      category: null,
      tags: [],
      versions: [
        {
          number: 1,
          content: '# Be kind\nto {{NAME}}.',
          variables: [],
          settings: { model: 'claude-x', temperature: 0.3, maxTokens: 50 },
          message: '',
          author: null,
          createdAt: null,
        },
      ],
      labels: [],
      ratings: null,
      extras: { anthropic: { messages: [user], fields: { tools } } },
    },
  })
})

test.each([
  { model: 'm', max_tokens: 9, system: 'Be kind.', messages: [user], tools, metadata: { user_id: 'x' } },
  { system: [{ type: 'text', text: 'Be kind.', cache_control: { type: 'ephemeral' } }], messages: [] },
  {
    model: 'm',
    max_tokens: 9,
    messages: [user, { role: 'assistant', content: [{ type: 'tool_use', id: 'x' }] }],
    temperature: 1,
  },
])('%j is written back as it was', async (request) => {
  const { template } = await read(request)
  expect(JSON.parse(await writeFile(anthropic, template))).toEqual(request)
})

test('several blocks are joined, and without a system text the only user message is the text', async () => {
  const blocks = await read({
    system: [
      { type: 'text', text: 'a' },
      { type: 'text', text: 'b', cache_control: {} },
    ],
  })
  expect(blocks.template.versions[0]?.content).toBe('a\n\nb')
  expect(blocks.notes).toEqual([
    named,
    '2 blocks of the system text are joined, with an empty line between them; what else they say is left out.',
  ])
  const alone = await read({ system: '', messages: [user] })
  expect(alone.template.versions[0]?.content).toBe('Hello')
  expect(alone.notes).toEqual([named, 'There is no system message, so the only user message is the text.'])
})

test('keys are left out', async () => {
  const { notes, template } = await read({ system: 'x', mcp_servers: [{ url: 'u', authorization_token: 'k' }] })
  expect(notes).toEqual([named, 'What opens connections is left out: "authorization_token".'])
  expect(template.extras.anthropic).toEqual({ fields: { mcp_servers: [{ url: 'u' }] } })
})

test.each([
  ['x', 'The item should be an object.'],
  [{}, 'There is no system message, and no user message to take instead.'],
  [{ system: '', messages: [user, user] }, 'There is no system message, and more than one user message to take instead.'],
  [{ system: 1 }, 'The field "system" has a shape that is not known here.'],
  [{ system: [{ type: 'image' }] }, 'The field "system" has a shape that is not known here.'],
  [{ system: 'x', messages: [{ content: 'x' }] }, 'The field "messages[0].role" is missing.'],
  [{ system: 'x', max_tokens: 1.5 }, 'The field "max_tokens" should be a whole number.'],
  [{ system: 'x', temperature: '0' }, 'The field "temperature" should be a number.'],
])('%j is refused', async (request, reason) => {
  expect(await readAll(anthropic, `\n${JSON.stringify(request)}`)).toEqual([
    { ok: false, place: { line: 2, name: null }, reason },
  ])
})

test('what is no JSON is told with its line', async () => {
  await expect(Array.fromAsync(anthropic.read(fromText('{\n"system": "x",\n}')))).rejects.toMatchObject({ line: 3 })
})

test('what a request cannot hold, or needs and has not, is told', async () => {
  const { template } = await read({ system: 'x' })
  expect(anthropic.write?.losses(template)).toEqual([
    'Anthropic has no place for its title.',
    'Before it can be sent it needs what Anthropic asks for: a model, max_tokens, a message.',
  ])
  const warm = await read({ model: 'm', max_tokens: 1, system: 'x', messages: [user], temperature: 1.2 })
  expect(anthropic.write?.losses(warm.template)).toEqual([
    'Anthropic has no place for its title.',
    'Anthropic takes no temperature above 1, so it is left out.',
  ])
})

test.each([
  ['{"model": "claude-x", "max_tokens": 1, "system": "x', 0.95],
  ['{"model": "claude-x", "messages": [{"role": "user", "content": "x"}]}', 0.95],
  ['{"model": "m", "max_tokens": 1, "system": [{"type": "text", "text": "x"}], "messages": []}', 0.9],
  ['{"messages": [{"role": "user"}], "tools": [{"name": "f", "input_schema": {}}]}', 0.95],
  ['{"model": "gpt-4.1", "messages": [{"role": "system", "content": "x"}]}', 0],
  ['{"lc": 1, "type": "constructor", "id": [], "kwargs": {"system": "x"}}', 0],
  ['[{"name": "a", "type": "text", "prompt": "system"}]', 0],
  ['[{"command": "/a", "title": "a", "content": "x"}]', 0],
  ['system:\nYou are kind.', 0],
  ['', 0],
])('%s is recognised as %d', (beginning, sure) => expect(anthropic.recognises('pasted.json', beginning)).toBe(sure))
