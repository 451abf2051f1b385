import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markdown } from './markdown.ts'
import { anyTemplate } from './testing/anyTemplate.ts'
import { readAll, readTemplate, writeFile } from './testing/files.ts'
import { roundTrip } from './testing/roundTrip.ts'
import { FormatFault } from './types.ts'

const sample = `---
name: "Letters: formal"
description: |
  Writes letters.
  Politely.
category: writing
tags: [letters, 2026]
variables:
  - name: recipient
    label: Recipient
    type: text
    max: 80
    source: end-user
  - tone
draft: true
---

# Letter to {{ recipient }}\r
Be {{ tone }}.

`

describe('Markdown with front matter', () => {
  test('is read with its variables; the text is all below', async () => {
    const item = await readTemplate(markdown, sample)
    expect(item).toMatchObject({ place: { line: 1, name: 'Letters: formal' }, syntax: 'liquid', notes: [] })
    expect(item.template).toEqual({
      title: 'Letters: formal',
      description: 'Writes letters.\nPolitely.\n',
      category: 'writing',
      tags: ['letters', '2026'],
      versions: [
        {
          number: 1,
          content: '\n# Letter to {{ recipient }}\r\nBe {{ tone }}.\n\n',
          variables: [
            {
              name: 'recipient',
              type: 'text',
              label: 'Recipient',
              max: 80,
              required: true,
              source: 'end-user',
              sensitive: false,
            },
            { name: 'tone', type: 'text', required: true, source: 'author', sensitive: false },
          ],
          settings: {},
          message: '',
          author: null,
          createdAt: null,
        },
      ],
      labels: [],
      ratings: null,
      extras: { markdown: { fields: { draft: true } } },
    })
  })

  test('is written as briefly as it can be', async () => {
    const { template } = await readTemplate(markdown, sample)
    const brief = sample.replace('tags: [letters, 2026]', 'tags:\n  - letters\n  - "2026"')
    expect(await writeFile(markdown, template)).toBe(brief.replace('- tone\n', '- name: tone\n    type: text\n'))
    expect(markdown.write?.losses(template)).toEqual([])
  })

  test('without front matter is a text, whose first words are its title', async () => {
    const item = await readTemplate(markdown, '# Be brief\n\nAnswer {{ it }} in one line.\n')
    expect(item.template).toMatchObject({
      title: 'Be brief',
      versions: [{ content: '# Be brief\n\nAnswer {{ it }} in one line.\n' }],
    })
    expect(item).toMatchObject({ syntax: 'mustache', notes: ['The file has no name for it, so its first words are the title.'] })
    expect(await readTemplate(markdown, 'Be brief.')).toMatchObject({ syntax: null })
  })

  test('leaves a variable with a name that is none here to the conversion', async () => {
    const item = await readTemplate(markdown, '---\nname: a\nvariables: [Company Name, b]\n---\n{{Company Name}} {{b}}')
    expect(item).toMatchObject({
      syntax: 'mustache',
      notes: ['The name "Company Name" of a variable is not one here, so its declaration is left out.'],
      template: { versions: [{ variables: [{ name: 'b' }] }] },
    })
  })

  test('all but what is told is read again as it was, in texts made to break it', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTemplate.filter(({ title, versions }) => title.trim() !== '' && versions.at(-1)?.content.trim() !== ''),
        async (one) => {
          const { read, expected } = await roundTrip(markdown, one)
          expect(read).toEqual(expected)
        },
      ),
    )
  })

  test('tells of braces that another reader could take for variables', async () => {
    const { template } = await readTemplate(markdown, 'a {{ b }}')
    expect(markdown.write?.losses(template)).toEqual(['Markdown takes braces of the plain text for variables.'])
  })
})

test.each([
  ['---\nname: 1\n---\nx', 2, null, 'The field "name" should be a text.'],
  ['---\nname: a\n\ntags: b\n---\nx', 4, 'a', 'The field "tags" should be a list.'],
  ['---\nname: a\nvariables:\n  b: text\n---\nx', 3, 'a', 'The field "variables" should be a list.'],
  ['---\nname: a\nvariables:\n  - b\n  - b\n---\nx', 5, 'a', 'The field "variables[1].name" does not fit: This name is taken.'],
  [
    '---\nname: a\nvariables:\n  - name: b\n    type: nothing\n---\nx',
    5,
    'a',
    expect.stringMatching(/^The field "variables\[0\]\.type" does not fit: /),
  ],
  [
    '---\nname: a\nvariables:\n  - name: b\n    type: enum\n---\nx',
    4,
    'a',
    'The field "variables[0].options" does not fit: List the options to choose from.',
  ],
  [
    `---\nname: a\nvariables: [${Array.from({ length: 101 }, (_, index) => `v${index}`).join()}]\n---\nx`,
    3,
    'a',
    'The field "variables" does not fit: Use at most 100 variables.',
  ],
  ['---\nname: a\n---\n', 4, 'a', 'There is no text in it.'],
  ['', 1, null, 'There is no text in it.'],
])('what does not fit is refused with its line: %j', async (text, line, name, reason) => {
  expect(await readAll(markdown, text)).toEqual([{ ok: false, place: { line, name }, reason }])
})

test.each([
  ['---\nname: a\nb: [\n---\nx', 4],
  ['---\nname: a\nx', 1],
  ['---\na: !!js/function "x"\n---\nx', 2],
])('a front matter that cannot be read is a fault with its line: %j', async (text, line) => {
  const fault: unknown = await readAll(markdown, text).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(FormatFault)
  expect(fault).toMatchObject({ line })
})

test.each([
  ['letters.md', sample, 0.8],
  ['letters.Markdown', '# Letters', 0.5],
  ['letters.txt', 'Write letters.', 0.3],
  ['letters.prompty', sample, 0.2],
  ['letters.json', '{}', 0],
  ['letters.yml', 'name: a', 0],
])('%s is recognised', (fileName, beginning, certainty) => {
  expect(markdown.recognises(fileName, beginning)).toBe(certainty)
})
