import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { langfuse } from './langfuse.ts'
import { groupVersions } from './langfuse/groupVersions.ts'
import { readPrompt } from './langfuse/readPrompt.ts'
import { anyTemplate } from './testing/anyTemplate.ts'
import { readAll, readTemplate, writeFile } from './testing/files.ts'
import { roundTrip } from './testing/roundTrip.ts'

const file = (...prompts: object[]) => `[\n${prompts.map((prompt) => JSON.stringify(prompt)).join(',\n')}\n]`
const plain = { name: 'a', prompt: 'Be kind.' }
const refused = async (...prompts: object[]) => await readAll(langfuse, file(...prompts))

test('what is written is read to the same template, but for what is told to be lost', async () => {
  await fc.assert(
    fc.asyncProperty(anyTemplate, async (template) => {
      const { read, expected } = await roundTrip(langfuse, template)
      expect(read).toEqual(expected)
    }),
  )
})

describe('a prompt', () => {
  test('is read with its configuration as settings, its moments and its author', async () => {
    const prompt = {
      id: 'p1',
      name: 'support/hello',
      version: 3,
      type: 'text',
      prompt: 'Greet {{name}}.\r\n',
      config: { model: 'gpt-4.1', temperature: 0.2, max_tokens: 300, top_p: 1 },
      tags: ['a', 'b'],
      labels: ['production', 'latest'],
      commitMessage: 'Shorter',
      createdAt: '2026-01-02T03:04:05Z',
      createdBy: 'Someone',
    }
    expect(await readTemplate(langfuse, JSON.stringify(prompt))).toEqual({
      ok: true,
      place: { line: 1, name: 'support/hello' },
      syntax: 'mustache',
      notes: [],
      template: {
        title: 'support/hello',
        description: '',
        category: null,
        tags: ['a', 'b'],
        versions: [
          {
            number: 3,
            content: 'Greet {{name}}.\r\n',
            variables: [],
            settings: { model: 'gpt-4.1', temperature: 0.2, maxTokens: 300 },
            message: 'Shorter',
            author: 'Someone',
            createdAt: '2026-01-02T03:04:05.000Z',
          },
        ],
        labels: [{ name: 'production', number: 3 }],
        ratings: null,
        extras: { langfuse: { versions: { '3': { fields: { id: 'p1' }, config: { top_p: 1 } } } } },
      },
    })
  })

  test.each(['data', 'prompts'])('may stand in a list in "%s"', async (field) => {
    const items = await readAll(langfuse, `{"meta": {},\n"${field}": [\n${JSON.stringify(plain)}]}`)
    expect(items).toMatchObject([{ ok: true, place: { line: 3, name: 'a' }, syntax: null }])
  })

  test('of a chat is its system text, and what else there is is written back', async () => {
    const chat = {
      ...plain,
      version: 1,
      type: 'chat',
      prompt: [
        { type: 'placeholder', name: 'history' },
        { type: 'chatmessage', role: 'system', content: 'Be kind.' },
        { role: 'user', content: '{{question}}' },
      ],
      config: { tools: [] },
      projectId: 'x',
    }
    const { template, notes } = await readTemplate(langfuse, file(chat))
    expect(template.versions[0]?.content).toBe('Be kind.')
    expect(notes).toEqual(['2 other messages are kept beside the text, and not part of it.'])
    expect(JSON.parse(await writeFile(langfuse, template))).toEqual([{ ...chat, tags: [], labels: [], commitMessage: null }])
    const [version] = template.versions
    if (version === undefined) throw new Error('There is no version.')
    const later = { ...template, versions: [version, { ...version, number: 2, content: 'Be kinder.' }] }
    const prompts: unknown = JSON.parse(await writeFile(langfuse, later))
    expect(prompts).toMatchObject([
      { type: 'chat' },
      { type: 'chat', prompt: [{}, { role: 'system', content: 'Be kinder.' }, {}] },
    ])
  })

  test('of a chat with only a user message is that message, and several system messages are joined', async () => {
    const user = await readTemplate(langfuse, file({ name: 'a', prompt: [{ role: 'user', content: 'Do it.' }] }))
    expect(user.template.versions[0]?.content).toBe('Do it.')
    expect(user.notes).toEqual(['There is no system message, so the only user message is the text.'])
    const systems = [
      { role: 'system', content: 'One.' },
      { role: 'system', content: 'Two.' },
    ]
    const joined = await readTemplate(langfuse, file({ name: 'a', prompt: systems }))
    expect(joined.template.versions[0]?.content).toBe('One.\n\nTwo.')
    expect(joined.notes).toEqual(['2 system messages are joined, with an empty line between them.'])
  })

  test('has no key in it, and cannot change what an object is', async () => {
    const hostile =
      '[{"name": "a", "prompt": "x", "config": {"apiKey": "k", "__proto__": {"polluted": 1}}, "__proto__": {"labels": ["x"]}}]'
    const { template, notes } = await readTemplate(langfuse, hostile)
    expect(notes).toEqual(['What opens connections is left out: "apiKey".'])
    expect(template).toMatchObject({ labels: [], extras: {} })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('that takes in others says so', async () => {
    const { notes } = await readTemplate(langfuse, file({ name: 'a', prompt: '@@@langfusePrompt:name=b|label=production@@@' }))
    expect(notes).toEqual(['It takes in other prompts of Langfuse (@@@langfusePrompt:…@@@): that stays in the text as it is.'])
  })
})

describe('versions', () => {
  test('of one name are one template, wherever they stand', async () => {
    const items = await refused(
      { ...plain, version: 2, labels: ['production'], tags: ['x'] },
      { name: 'b', prompt: 'B' },
      { ...plain, version: 1, labels: ['old'], prompt: 'Be.', tags: ['x', 'y'] },
    )
    expect(items).toMatchObject([
      {
        place: { line: 2, name: 'a' },
        template: {
          versions: [
            { number: 1, content: 'Be.' },
            { number: 2, content: 'Be kind.' },
          ],
          labels: [
            { name: 'old', number: 1 },
            { name: 'production', number: 2 },
          ],
          tags: ['x', 'y'],
        },
      },
      { place: { line: 3, name: 'b' } },
    ])
  })

  test('without numbers are counted', async () => {
    expect(await refused(plain, plain)).toMatchObject([{ ok: true, template: { versions: [{ number: 1 }, { number: 2 }] } }])
  })

  test('of a file too large to wait for the rest must stand together', async () => {
    const names = ['a', 'a', 'b', 'b', 'c', 'a', 'c']
    async function* prompts() {
      for (const [index, name] of names.entries())
        yield readPrompt({ value: { name, prompt: 'x', version: index + 1 }, line: index + 1 })
    }
    expect(await Array.fromAsync(groupVersions(prompts(), 2500))).toMatchObject([
      { ok: true, place: { name: 'a' }, template: { versions: [{}, {}] } },
      { ok: true, place: { name: 'b' }, template: { versions: [{}, {}] } },
      {
        ok: false,
        place: { name: 'a', line: 6 },
        reason: 'Other versions of this name stand too far before it in this large file: put them beside each other.',
      },
      { ok: true, place: { name: 'c' }, template: { versions: [{}, {}] } },
    ])
  })
})

test.each([
  [{ prompt: 'x' }, null, 'The field "name" is missing.'],
  [{ name: 'a|b', prompt: 'x' }, null, 'The field "name" does not fit: A name has no "|".'],
  [{ name: 'x'.repeat(256), prompt: 'x' }, null, 'The field "name" does not fit: Use at most 255 characters.'],
  [{ name: 'a' }, 'a', 'The field "prompt" is missing.'],
  [{ name: 'a', prompt: '' }, 'a', 'There is no text in it.'],
  [{ name: 'a', prompt: 1 }, 'a', 'The field "prompt" should be a text or a list of messages.'],
  [{ name: 'a', type: 'chat', prompt: 'x' }, 'a', 'The field "prompt" should be a list of messages.'],
  [{ name: 'a', type: 'text', prompt: [] }, 'a', 'The field "prompt" should be a text, as its type says.'],
  [{ name: 'a', type: 'code', prompt: 'x' }, 'a', 'The field "type" should be "text" or "chat".'],
  [{ name: 'a', prompt: [] }, 'a', 'There is no system message, and no user message to take instead.'],
  [
    { name: 'a', prompt: [{ role: 'system', content: [{ type: 'image_url' }] }] },
    'a',
    'The system message should hold text alone.',
  ],
  [{ ...plain, version: 0 }, 'a', 'The field "version" does not fit: Use 1 or more.'],
  [{ ...plain, tags: ['x', 1] }, 'a', 'The field "tags[1]" should be a text.'],
  [{ ...plain, labels: ['Prod'] }, 'a', 'The field "labels[0]" does not fit: Use small letters, digits and _ . - for a label.'],
  [{ ...plain, labels: ['x'.repeat(37)] }, 'a', 'The field "labels[0]" does not fit: Use at most 36 characters.'],
  [{ ...plain, createdAt: 'soon' }, 'a', 'The field "createdAt" does not fit: Use a moment such as 2026-11-22T10:00:00Z.'],
  ['text', null, 'The item should be an object.'],
])('%j is refused, and the next is read', async (prompt, name, reason) => {
  const items = await readAll(langfuse, `[\n\n${JSON.stringify(prompt)}, ${JSON.stringify({ name: 'next', prompt: 'y' })}]`)
  expect(items).toMatchObject([
    { ok: false, place: { line: 3, name }, reason },
    { ok: true, place: { line: 3, name: 'next' } },
  ])
})

test.each([
  [[{ version: 1 }, {}], 'The field "version" is missing on line 3, while other versions of this name have one.'],
  [[{ version: 1 }, { version: 1 }], 'Version 1 stands here twice, the second time on line 3.'],
  [
    [
      { version: 1, labels: ['x'] },
      { version: 2, labels: ['x'] },
    ],
    'The label "x" stands at more than one version.',
  ],
  [[{}, { tags: 1 }], 'One of its versions, on line 3: The field "tags" should be a list.'],
])('versions %j make no template', async (versions, reason) => {
  const items = await refused(...versions.map((version) => ({ ...plain, ...version })))
  expect(items).toEqual([{ ok: false, place: { line: 2, name: 'a' }, reason }])
})

test('what Langfuse cannot hold is told', async () => {
  const { template } = await readTemplate(langfuse, file({ name: 'a', version: 1, prompt: 'Be {{kind}}.' }))
  const [version] = template.versions
  if (version === undefined) throw new Error('There is no version.')
  const losses = (change: object) => langfuse.write?.losses({ ...template, ...change })
  const variables = [{ name: 'who', type: 'text' as const, required: true, source: 'author' as const, sensitive: false }]
  expect(losses({})).toEqual(['Langfuse takes braces of the plain text for variables.'])
  expect(
    losses({ title: 'a|b', labels: [{ name: 'x'.repeat(40), number: 1 }], versions: [{ ...version, content: 'x' }] }),
  ).toEqual(['Its title becomes "a-b", which Langfuse takes.', `Langfuse does not take these labels: "${'x'.repeat(40)}".`])
  const content = '{% if who %}Greet {{ who | upcase }} and {{ who }}{% endif %}{% raw %}{{x}}{% endraw %}'
  expect(losses({ versions: [{ ...version, variables, content }] })).toEqual([
    'Langfuse does not declare variables: their types, defaults and descriptions are left out.',
    'Langfuse has nothing for {% if %}; what stands there stays as plain text.',
    'Langfuse has nothing for the filters upcase; they are left out.',
    'Langfuse takes braces of the plain text for variables.',
  ])
})

test('two templates of one title stay two', async () => {
  const { template } = await readTemplate(langfuse, file(plain))
  const items = await readAll(langfuse, await writeFile(langfuse, template, template))
  expect(items.map(({ place }) => place.name)).toEqual(['a', 'a (2)'])
})

test.each([
  ['[{"id": "1", "name": "a", "version": 1, "type": "text", "prompt": "x", "labels": []}]', 0.95],
  ['{"data": [{"name": "a", "type": "chat", "prompt": [{"role": "system", "content": "x"}], "config": {}}]}', 0.95],
  ['{"name": "a", "prompt": "x', 0.4],
  ['{"model": "m", "messages": [{"role": "system", "content": "name prompt"}]}', 0],
  ['{"model": "m", "max_tokens": 1, "system": "x", "messages": []}', 0],
  ['{"lc": 1, "type": "constructor", "id": [], "kwargs": {"name": "a", "prompt": "x"}}', 0],
  ['[{"command": "/a", "title": "a", "content": "{\\"name\\": \\"a\\", \\"prompt\\": \\"x\\"}"}]', 0],
  ['{"prompts": ["name", "prompt"], "providers": []}', 0],
  ['act,prompt\nname,prompt', 0],
  ['---\nname: a\nprompt: x\n---', 0],
  ['', 0],
])('%s is recognised as %d', (beginning, sure) => expect(langfuse.recognises('prompts.json', beginning)).toBe(sure))
