import { describe, expect, test } from 'vitest'
import { langchain } from './langchain.ts'
import { fromText } from './readers.ts'
import { readAll, readTemplate } from './testing/files.ts'

const make = (className: string, kwargs: object) => ({ lc: 1, type: 'constructor', id: ['langchain', 'x', className], kwargs })
const template = (text: string, more: object = {}) =>
  make('PromptTemplate', { template: text, template_format: 'f-string', ...more })
const system = (text: string, more: object = {}) => make('SystemMessagePromptTemplate', { prompt: template(text, more) })
const human = make('HumanMessagePromptTemplate', { prompt: template('{question}') })
const history = make('MessagesPlaceholder', { variable_name: 'history' })
const chat = (...messages: unknown[]) => make('ChatPromptTemplate', { messages })
const read = async (manifest: unknown) => await readTemplate(langchain, JSON.stringify(manifest))
const named = 'The file has no name for it, so its first words are the title.'

test('a chat is read, its variables declared and its other messages kept', async () => {
  const more = {
    input_variables: ['who', 'Kind Of'],
    partial_variables: { tone: 'kind', rules: 'a\nb', made: { lc: 1, type: 'secret' } },
  }
  const text = 'Greet {who} {Kind Of} {tone} {rules} {made} {{as is}}.\r\n'
  expect(await read(chat(system(text, more), history, human))).toEqual({
    ok: true,
    place: { line: 1, name: null },
    syntax: 'f-string',
    notes: [
      named,
      '2 other messages are kept beside the text, and not part of it.',
      'The name "Kind Of" is none for a variable here; it stays in the text until that is converted.',
    ],
    template: {
      title: 'Greet {who} {Kind Of} {tone} {rules} {made} {{as is}}.',
      description: '',
      category: null,
      tags: [],
      versions: [
        {
          number: 1,
          content: text,
          variables: [
            { name: 'who', type: 'text', required: true, source: 'author', sensitive: false },
            { name: 'tone', type: 'text', required: true, default: 'kind', source: 'author', sensitive: false },
            { name: 'rules', type: 'longtext', required: true, default: 'a\nb', source: 'author', sensitive: false },
            { name: 'made', type: 'text', required: true, source: 'author', sensitive: false },
          ],
          settings: {},
          message: '',
          author: null,
          createdAt: null,
        },
      ],
      labels: [],
      ratings: null,
      extras: { langchain: { before: [], after: [history, human] } },
    },
  })
})

describe('the prompt', () => {
  const prompt = chat(system('Be kind.'))
  const model = make('ChatOpenAI', { model: 'gpt-4.1', temperature: 0.2, max_tokens: 'many', openai_api_key: 'k' })

  test.each([
    ['a prompt alone', prompt],
    ['a text alone', template('Be kind.')],
    ['messages as JavaScript names them', make('ChatPromptTemplate', { prompt_messages: [system('Be kind.')] })],
    ['a message that is no template', chat(make('SystemMessage', { content: 'Be kind.' }))],
    ['a list of one prompt in a message', chat(make('SystemMessagePromptTemplate', { prompt: [template('Be kind.')] }))],
    ['a role in a message', chat(make('ChatMessagePromptTemplate', { role: 'system', prompt: template('Be kind.') }))],
    ['a sequence', make('RunnableSequence', { first: make('RunnableLambda', {}), middle: [prompt], last: model })],
    ['steps', make('RunnableSequence', { steps: [model, prompt] })],
    ['steps side by side', make('RunnableParallel', { steps__: { a: model, b: prompt } })],
    ['a sequence in a binding', make('RunnableBinding', { bound: make('RunnableSequence', { first: prompt }) })],
    ['what a hub answers', { owner: 'o', manifest: prompt }],
  ])('is found in %s', async (_where, manifest) => {
    const found = await read(manifest)
    expect(found.template.versions[0]?.content).toBe('Be kind.')
    expect(found.syntax).toBeNull()
  })

  test('brings the settings of the model that it runs into, and no key', async () => {
    const last = make('RunnableBinding', { bound: model, kwargs: {} })
    const { template, notes } = await read(make('RunnableSequence', { first: prompt, last }))
    expect(template.versions[0]?.settings).toEqual({ model: 'gpt-4.1', temperature: 0.2 })
    expect(notes).toEqual([named, 'What opens connections is left out: "openai_api_key".'])
  })

  test('has the name that the hub gives it', async () => {
    expect((await read({ repo: 'kind', manifest: prompt })).template.title).toBe('kind')
    const kwargs = { messages: [system('Be kind.')], metadata: { lc_hub_repo: 'kinder' } }
    expect((await read(make('ChatPromptTemplate', kwargs))).place.name).toBe('kinder')
  })
})

test.each([
  ['Be {{kind}}.', 'mustache', 'mustache'],
  ['Be {kind}.', 'mustache', null],
  ['{% if x %}Be kind.{% endif %}', 'jinja2', 'jinja'],
  ['{{ ().__class__ }}', 'jinja2', 'jinja'],
  ['Be kind.', 'jinja2', null],
  ['JSON: {{}}', 'f-string', 'f-string'],
  ['Be kind.', undefined, null],
])('%j as %s is told to be %s, and stays as it is', async (text, template_format, syntax) => {
  const found = await read(chat(system(text, { template_format })))
  expect(found.syntax).toBe(syntax)
  expect(found.template.versions[0]?.content).toBe(text)
})

test.each([
  [1, 'This is no manifest of LangChain.'],
  [{ messages: [] }, 'This is no manifest of LangChain.'],
  [{ lc: 1, type: 'not_implemented', id: ['x'], repr: 'X' }, 'This is no manifest of LangChain.'],
  [
    make('FewShotPromptTemplate', { template: 'x', examples: [] }),
    'There is no prompt in it that is known here, only: FewShotPromptTemplate.',
  ],
  [chat(), 'There is no system message, and no user message to take instead.'],
  [chat('x'), 'Message 1: This is no message.'],
  [chat(human, make('SystemMessagePromptTemplate', { prompt: 'x' })), 'Message 2: Its prompt is not known here.'],
  [
    chat(system('x', { template_format: 'python' })),
    'Message 1: The field "template_format" should be "f-string" or "mustache" or "jinja2".',
  ],
  [
    chat(make('SystemMessagePromptTemplate', { prompt: template('', { template: 1 }) })),
    'Message 1: The field "template" should be a text.',
  ],
  [
    chat(make('SystemMessagePromptTemplate', { prompt: [template('a'), make('ImagePromptTemplate', {})] })),
    'The system message should hold text alone.',
  ],
  [
    chat(system('{a}'), system('{{b}}', { template_format: 'mustache' })),
    'Its system messages are written in several template languages, so they make no one text.',
  ],
  [
    chat(system('{a}'), make('SystemMessage', { content: '{b}' })),
    'Its system messages are written in several template languages, so they make no one text.',
  ],
])('%j is refused', async (manifest, reason) => {
  expect(await readAll(langchain, `\n${JSON.stringify(manifest)}`)).toEqual([
    { ok: false, place: { line: 2, name: null }, reason },
  ])
})

test('what is no JSON is told with its line', async () => {
  await expect(Array.fromAsync(langchain.read(fromText('{"lc": 1,\n"kwargs": {"a" 1}}')))).rejects.toMatchObject({ line: 2 })
})

test.each([
  ['{"lc": 1, "type": "constructor", "id": ["a"], "kwargs": {"messages": [{"role": "system', 0.98],
  ['{"owner": "o", "manifest": {"lc": 1, "id": []}}', 0.98],
  ['{"model": "m", "messages": [{"role": "system", "content": "lc kwargs"}]}', 0],
  ['{"model": "m", "max_tokens": 1, "system": "x", "messages": []}', 0],
  ['[{"name": "a", "type": "text", "prompt": "x"}]', 0],
  ['[{"command": "/a", "title": "a", "content": "x"}]', 0],
  ['lc: 1\nkwargs: {}', 0],
  ['', 0],
])('%s is recognised as %d', (beginning, sure) => expect(langchain.recognises('manifest.json', beginning)).toBe(sure))
