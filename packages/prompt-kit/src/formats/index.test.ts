import { describe, expect, test } from 'vitest'
import { formatOf, formats, recogniseFormat } from './index.ts'
import { readAll, writeFile } from './testing/files.ts'
import { formatIds, type FormatId, type PortableTemplate } from './types.ts'

/** A small file of each format, under the name such files have, and another that tells less. */
const samples: Record<FormatId, { names: [string, string]; text: string }> = {
  prologue: {
    names: ['library.json', 'a.txt'],
    text: '{"format": "prologue", "version": 1, "templates": [{"title": "Guide", "versions": [{"number": 1, "content": "Guide."}]}]}',
  },
  markdown: {
    names: ['guide.md', 'guide.txt'],
    text: '---\nname: Guide\ndescription: Guides.\ntags: [a]\n---\nGuide {{ who }}.\n',
  },
  'prompts-chat': {
    names: ['prompts.csv', 'prompts'],
    text: 'act,prompt,for_devs,type,contributor\r\nGuide,"Guide\nme.",FALSE,TEXT,ann\r\n',
  },
  langfuse: {
    names: ['prompts.json', 'a.txt'],
    text: '[{"name": "guide", "version": 1, "type": "text", "prompt": "Guide {{who}}.", "config": {}, "tags": [], "labels": ["production"]}]',
  },
  openai: {
    names: ['request.json', 'a.txt'],
    text: '{"model": "gpt-x", "messages": [{"role": "system", "content": "Guide."}, {"role": "user", "content": "Hi"}], "temperature": 1}',
  },
  anthropic: {
    names: ['request.json', 'a.txt'],
    text: '{"model": "claude-x", "max_tokens": 100, "system": "Guide.", "messages": [{"role": "user", "content": "Hi"}]}',
  },
  'github-models': {
    names: ['guide.prompt.yml', 'guide.yaml'],
    text: 'name: Guide\nmodel: openai/gpt-x\nmessages:\n  - role: system\n    content: Guide {{who}}.\ntestData: []\n',
  },
  promptfoo: {
    names: ['promptfooconfig.yaml', 'a.yml'],
    text: 'description: Guides\nprompts:\n  - "Guide {{who}}."\nproviders:\n  - openai:gpt-x\ntests:\n  - vars:\n      who: Ann\n',
  },
  dotprompt: {
    names: ['guide.prompt', 'a.txt'],
    text: '---\nmodel: vendor/model\ninput:\n  schema:\n    who: string\n---\n{{role "system"}}\nGuide {{who}}.\n',
  },
  prompty: {
    names: ['guide.prompty', 'a.txt'],
    text: '---\nname: Guide\ndescription: Guides.\nmodel:\n  api: chat\ninputs:\n  who:\n    type: string\n---\nsystem:\nGuide {{who}}.\n\nuser:\nHi\n',
  },
  langchain: {
    names: ['manifest.json', 'a.txt'],
    text: '{"lc": 1, "type": "constructor", "id": ["langchain", "prompts", "prompt", "PromptTemplate"], "kwargs": {"template": "Guide {who}.", "template_format": "f-string", "input_variables": ["who"]}}',
  },
  'open-webui': {
    names: ['prompts.json', 'a.txt'],
    text: '[{"command": "/guide", "title": "Guide", "content": "Guide {{who}}.", "user_id": "1", "timestamp": 1760000000}]',
  },
  skill: { names: ['SKILL.md', 'guide/skill.md'], text: '---\nname: guide\ndescription: Guides.\n---\n\n# Guide\n' },
}

const template: PortableTemplate = {
  title: 'guide',
  description: 'Guides people.',
  category: 'roles',
  tags: ['a'],
  versions: [
    {
      number: 1,
      content: 'You guide people.\nBe kind.\n',
      variables: [],
      settings: { model: 'm' },
      message: '',
      author: null,
      createdAt: null,
    },
  ],
  labels: [],
  ratings: null,
  extras: {},
}

test('each format stands once, under its id', () => {
  expect(formats.map(({ id }) => id)).toEqual([...formatIds])
  for (const id of formatIds) expect(formatOf(id).id).toBe(id)
})

describe.each(Object.entries(samples))('a file of %s', (id, { names, text }) => {
  test.each(names)('is recognised as such, named %s', (name) => {
    const [best, second] = recogniseFormat(name, text)
    expect(best?.id).toBe(id)
    const certainty = best?.recognises(name, text) ?? 0
    expect(second === undefined || second.recognises(name, text) < certainty).toBe(true)
  })

  test.each(names)('is so with CRLF and a byte order mark, named %s', (name) => {
    expect(recogniseFormat(name, `\uFEFF${text.replaceAll(/\r?\n/g, '\r\n')}`)[0]?.id).toBe(id)
  })

  test('is read', async () => {
    const [best] = recogniseFormat(names[0], text)
    const items = best === undefined ? [] : await readAll(best, text)
    expect(items).toMatchObject([{ ok: true }])
  })
})

describe.each(formats.filter(({ write }) => write !== null))('what $id writes', (format) => {
  test('is recognised as such', async () => {
    const name = format.id === 'skill' ? 'SKILL.md' : `export${format.extension}`
    expect(recogniseFormat(name, await writeFile(format, template))[0]?.id).toBe(format.id)
  })

  test('is written for the models it was, or the loss is told', async () => {
    const isTold = (family: 'claude' | null) =>
      format.write
        ?.losses({ ...template, family })
        .some((loss) => loss.endsWith('has no place for the models it is written for.'))
    expect(isTold('claude')).toBe(format.id !== 'prologue')
    expect(isTold(null)).toBe(false)
  })
})

test.each([
  '',
  ' ',
  '{',
  '[]',
  '"',
  '{}',
  '\uFEFF',
  '---',
  '---\n---\n',
  '\0\0\0',
  'a,b\n',
  '['.repeat(70_000),
  '{"a":'.repeat(70_000),
])('of a file that is nothing (%.20j) nothing is sure', (text) => {
  for (const format of formats) expect(format.recognises('file.bin', text)).toBeLessThan(0.3)
})
