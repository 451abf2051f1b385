import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openWebui } from './openWebui.ts'
import { fromText } from './readers.ts'
import { anyTemplate } from './testing/anyTemplate.ts'
import { readAll, readTemplate, writeFile } from './testing/files.ts'
import { roundTrip } from './testing/roundTrip.ts'

const read = async (prompt: unknown) => await readTemplate(openWebui, JSON.stringify(prompt))
const old = { command: '/greet', title: 'Greet', content: 'Greet them.' }

test('what is written is read to the same template, but for what is told to be lost', async () => {
  await fc.assert(
    fc.asyncProperty(anyTemplate, async (template) => {
      const { read, expected } = await roundTrip(openWebui, template)
      expect(read).toEqual(expected)
    }),
  )
})

test('a prompt of the old shape is read', async () => {
  const prompt = { ...old, user_id: 'u', content: 'Greet {{name}}.\r\n', timestamp: 1_700_000_000, access_control: null }
  expect(await readAll(openWebui, `[\n\n${JSON.stringify(prompt)}]`)).toEqual([
    {
      ok: true,
      place: { line: 3, name: 'Greet' },
      syntax: 'mustache',
      notes: ['Whom it is open to there is kept, and opens it to nobody here.'],
      template: {
        title: 'Greet',
        description: '',
        category: null,
        tags: [],
        versions: [
          {
            number: 1,
            content: 'Greet {{name}}.\r\n',
            variables: [],
            settings: {},
            message: '',
            author: null,
            createdAt: '2023-11-14T22:13:20.000Z',
          },
        ],
        labels: [],
        ratings: null,
        extras: { 'open-webui': { command: '/greet', access_control: null, fields: { user_id: 'u' } } },
      },
    },
  ])
})

test('a prompt of the new shape is read', async () => {
  const grants = [{ id: 'g', principal_type: 'group', principal_id: '1', permission: 'read' }]
  const { template, notes } = await read({
    id: 'p',
    command: 'greet',
    name: 'Greet',
    content: 'Greet {{ who | text:placeholder="Mia" }} on {{CURRENT_DATE}}.',
    tags: ['a', { name: 'b' }, 'a'],
    is_active: true,
    commit_message: 'Shorter',
    access_grants: grants,
    created_at: 1_700_000_000_500,
    user: { name: 'Mia', email: 'mia@example.org' },
  })
  expect(template).toMatchObject({
    title: 'Greet',
    tags: ['a', 'b'],
    versions: [{ message: 'Shorter', author: 'Mia', createdAt: '2023-11-14T22:13:20.500Z' }],
  })
  expect(template.extras).toEqual({ 'open-webui': { access_grants: grants, fields: { id: 'p', is_active: true } } })
  expect(notes).toEqual([
    'Whom it is open to there is kept, and opens it to nobody here.',
    'Variables in capitals, such as {{CURRENT_DATE}}, are filled in by Open WebUI itself.',
    'Variables such as {{name | textarea}} say what they are: that stays in the text as it is.',
  ])
})

test.each([
  { ...old, access_control: { read: { group_ids: ['g'], user_ids: [] } }, user_id: 'u' },
  {
    ...old,
    command: 'greet',
    access_grants: [{ principal_type: 'user', principal_id: '*', permission: 'read' }],
    data: { x: 1 },
  },
  { ...old, timestamp: 1_700_000_000, access_control: null },
])('%j is written back as it was', async (prompt) => {
  const { template } = await read(prompt)
  expect(JSON.parse(await writeFile(openWebui, template))).toMatchObject([prompt])
})

test('is open to nobody where nothing else was kept, and each command stands once', async () => {
  const { template } = await read({ command: 'x', title: 'Äpfel & Birnen!', content: 'x' })
  const fresh = { ...template, extras: {} }
  expect(JSON.parse(await writeFile(openWebui, fresh, fresh))).toEqual(
    ['apfel-birnen', 'apfel-birnen-2'].map((command) => ({
      command,
      title: 'Äpfel & Birnen!',
      name: 'Äpfel & Birnen!',
      content: 'x',
      tags: [],
      access_control: {},
      access_grants: [],
    })),
  )
})

test.each([
  [{ title: 'a', content: 'x' }, 'a', 'The field "command" is missing.'],
  [{ command: '', name: 'a', content: 'x' }, 'a', 'The field "command" does not fit: Give it a command.'],
  [{ command: '/a' }, '/a', 'The field "content" is missing.'],
  [{ command: '/a', content: '' }, '/a', 'The field "content" does not fit: There is no text in it.'],
  [{ ...old, title: 1 }, '/greet', 'The field "title" should be a text.'],
  [{ ...old, tags: 'x' }, 'Greet', 'The field "tags" should be a list.'],
  [{ ...old, access_control: 'public' }, 'Greet', 'The field "access_control" should be an object.'],
  [{ ...old, access_grants: [{}] }, 'Greet', 'The field "access_grants[0].principal_type" is missing.'],
  [{ ...old, timestamp: -1 }, 'Greet', 'The field "timestamp" does not fit: Use seconds since 1970.'],
  [null, null, 'The item should be an object.'],
])('%j is refused, and the next is read', async (prompt, name, reason) => {
  expect(await readAll(openWebui, `[\n${JSON.stringify(prompt)},\n${JSON.stringify(old)}]`)).toMatchObject([
    { ok: false, place: { line: 2, name }, reason },
    { ok: true, place: { line: 3, name: 'Greet' } },
  ])
})

test('what is no JSON is told with its line, after what came before it', async () => {
  const items = openWebui.read(fromText(`[\n${JSON.stringify(old)},\n{"command"\n"x"}]`))[Symbol.asyncIterator]()
  expect(await items.next()).toMatchObject({ value: { ok: true } })
  await expect(items.next()).rejects.toMatchObject({ line: 4 })
})

test('what Open WebUI cannot hold is told', async () => {
  const { template } = await read({ ...old, content: 'Use {{x}}.', created_at: 1_700_000_000_500, user: { name: 'Mia' } })
  expect(openWebui.write?.losses(template)).toEqual([
    'Open WebUI has no place for who wrote it.',
    'When it was written is kept to the second.',
    'Open WebUI takes braces of the plain text for variables.',
  ])
})

test.each([
  ['[{"command": "/a", "user_id": "u", "title": "a", "content": "x', 0.95],
  ['{"id": "1", "command": "a", "name": "a", "content": "x", "access_grants": []}', 0.95],
  ['[{"name": "a", "type": "text", "prompt": "command content"}]', 0],
  ['{"model": "m", "messages": [{"role": "system", "content": "command"}]}', 0],
  ['{"lc": 1, "kwargs": {"command": "x", "content": "y"}}', 0],
  ['command,content\na,b', 0],
  ['', 0],
])('%s is recognised as %d', (beginning, sure) => expect(openWebui.recognises('prompts.json', beginning)).toBe(sure))
