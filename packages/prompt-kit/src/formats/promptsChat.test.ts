import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { promptsChat } from './promptsChat.ts'
import { anyTemplate } from './testing/anyTemplate.ts'
import { readAll, readTemplate, writeFile } from './testing/files.ts'
import { roundTrip } from './testing/roundTrip.ts'
import { FormatFault, type PortableTemplate } from './types.ts'

const header = 'act,prompt,for_devs,type,contributor'
const long = 'Lines of a very long prompt, with "quotes".\n'.repeat(4000).slice(0, 144_260)

/** A file as prompts.chat has them: CRLF between rows, LF within cells, quotes only where they are needed. */
const sample = [
  header,
  'Lighthouse Keeper,"Act as a keeper, and say ""ahoy"".\nNever leave the ${place:tower}.\n",FALSE,TEXT,ann',
  'Reviewer ,Review what I send.,TRUE,TEXT,"ann,ben,c@example.org"',
  `Long One,"${long.replaceAll('"', '""')}",FALSE,STRUCTURED,ben`,
  'Painter,"Paint\r\n\r\nit ${Main Colour:RED} 🎨 ",FALSE,IMAGE,',
  '=Sum,"{\n  ""role"": ""{{ not ours }}""\n}",TRUE,STRUCTURED,ben',
  '',
].join('\r\n')

async function templatesOf(file: string): Promise<PortableTemplate[]> {
  return (await readAll(promptsChat, file)).flatMap((item) => (item.ok ? [item.template] : []))
}

async function faultOf(text: string): Promise<{ line: number; message: string }> {
  const fault: unknown = await readAll(promptsChat, text).catch((error: unknown) => error)
  if (fault instanceof FormatFault) return { line: fault.line, message: fault.message }
  throw new Error('It was read.')
}

describe('a file of prompts.chat', () => {
  test('is read row by row, each with its line', async () => {
    const items = await readAll(promptsChat, sample)
    const after = 5 + long.split('\n').length - 1
    expect(items.map(({ place }) => place)).toEqual([
      { line: 2, name: 'Lighthouse Keeper' },
      { line: 5, name: 'Reviewer ' },
      { line: 6, name: 'Long One' },
      { line: after + 2, name: 'Painter' },
      { line: after + 5, name: '=Sum' },
    ])
    expect(items.map((item) => item.ok && [item.syntax, item.template.versions[0]?.author, item.notes])).toEqual([
      ['dollar', 'ann', []],
      [null, 'ann,ben,c@example.org', []],
      [null, 'ben', []],
      ['dollar', null, []],
      [null, 'ben', []],
    ])
    expect(items[2]).toMatchObject({
      template: { versions: [{ content: long }], extras: { 'prompts-chat': { type: 'STRUCTURED' } } },
    })
    expect(items[3]).toMatchObject({
      template: { versions: [{ content: 'Paint\r\n\r\nit ${Main Colour:RED} 🎨 ', variables: [] }] },
    })
  })

  test('is written as it was, byte for byte', async () => {
    expect(await writeFile(promptsChat, ...(await templatesOf(sample)))).toBe(sample)
  })

  test('may have fewer columns, others, and another order; those that are not known are kept', async () => {
    const file = 'prompt,id, act ,__proto__\nText,7,Title,x\nMore,,Other,\n'
    const templates = await templatesOf(`\uFEFF${file}`)
    expect(templates.map(({ title, extras }) => [title, extras])).toEqual([
      ['Title', { 'prompts-chat': { id: '7' } }],
      ['Other', { 'prompts-chat': { id: '' } }],
    ])
    expect(await writeFile(promptsChat, ...templates)).toBe(
      `${header},id\r\nTitle,Text,FALSE,TEXT,,7\r\nOther,More,FALSE,TEXT,,\r\n`,
    )
    const [template] = templates
    expect(template && promptsChat.write?.losses(template)).toEqual([
      'The file has a column for "id" only if its first template has.',
    ])
  })

  test('without rows has the names of its columns alone', async () => {
    expect(await writeFile(promptsChat)).toBe(`${header}\r\n`)
    expect(await readAll(promptsChat, header)).toEqual([])
  })
})

test.each([
  ['a,"b" c,FALSE,TEXT,x', null, 'Its quotes are wrong: a cell with quotes in it stands in quotes, and each quote in it twice.'],
  ['a,b "c",FALSE,TEXT,x', null, 'Its quotes are wrong: a cell with quotes in it stands in quotes, and each quote in it twice.'],
  ['a,b,FALSE', 'a', 'The row should have 5 cells as the first row has, and has 3.'],
  ['a,b,FALSE,TEXT,x,y', 'a', 'The row should have 5 cells as the first row has, and has 6.'],
  [' ,b,FALSE,TEXT,x', ' ', 'The cell "act" should hold a title, and is empty.'],
  ['a,"\n",FALSE,TEXT,x', 'a', 'The cell "prompt" should hold a text, and is empty.'],
])('a row that is wrong is refused alone: %j', async (row, name, reason) => {
  const [refused, next] = await readAll(promptsChat, `${header}\r\n\r\n${row}\r\nGood,text,FALSE,TEXT,x\r\n`)
  expect(refused).toEqual({ ok: false, place: { line: 3, name }, reason })
  expect(next).toMatchObject({ ok: true, place: { line: row.includes('\n') ? 5 : 4, name: 'Good' } })
})

test.each([
  ['', 1, 'The file is empty: its first row should name the columns.'],
  ['\n\nname,prompt\n', 3, 'The first row should name the columns; "act" is missing there.'],
  ['act,text\n', 1, 'The first row should name the columns; "prompt" is missing there.'],
  ['act,prompt,act\n', 1, 'The first row names the column "act" twice.'],
  ['"act" x,prompt\n', 1, 'The first row should name the columns; "act" is missing there.'],
  [`${header}\na,b,c,d,e\nf,"g\n\n`, 3, 'A quote in the row that begins here is not closed.'],
])('a file that cannot be read is a fault with its line: %j', async (text, line, message) => {
  expect(await faultOf(text)).toEqual({ line, message })
})

describe('of what the library holds', () => {
  const latest = { number: 3, settings: {}, message: '', author: 'ben', createdAt: null }
  const template = (content: string, variables: PortableTemplate['versions'][number]['variables'] = []): PortableTemplate => ({
    title: 'T',
    description: '',
    category: null,
    tags: [],
    versions: [
      { ...latest, number: 1, content: 'first', variables: [], author: 'ann' },
      { ...latest, content, variables },
    ],
    labels: [],
    ratings: null,
    extras: {},
  })
  const variable = { type: 'text', required: true, source: 'author', sensitive: false } as const

  test('variables are written in the way of prompts.chat, and what stays as it is is told', async () => {
    const variables = [
      { ...variable, name: 'city', default: 'Rome' },
      { ...variable, name: 'n', type: 'integer' as const, default: 3 },
      { ...variable, name: 'odd', default: 'a}b' },
      { ...variable, name: 'bare' },
    ]
    const content =
      '{{city}} {{ n }}\n{{  odd  }} {{ bare | upcase }}{% if bare %}{{bare}}{% endif %}{% raw %}{{ n }}{% endraw %}'
    const one = template(content, variables)
    const written = await readTemplate(promptsChat, await writeFile(promptsChat, one))
    expect(written.syntax).toBe('dollar')
    expect(written.template.versions[0]).toMatchObject({
      content: '${city:Rome} ${n:3}\n${odd} ${bare}{% if bare %}${bare}{% endif %}{{ n }}',
      author: 'ann,ben',
    })
    expect(promptsChat.write?.losses(one)).toEqual([
      'Only the latest version is written, without its number.',
      'All who wrote one of its versions are named as contributors.',
      'Variables are written as ${name:default}; what else is declared of them is left out.',
      'prompts.chat has nothing for {% if %}; what stands there stays as plain text.',
      'prompts.chat has nothing for the filters upcase; they are left out.',
    ])
  })

  test('what a spreadsheet could take for a formula is told, and not changed', async () => {
    const one = template('-2+3', [])
    expect(promptsChat.write?.losses(one)).toContain('A spreadsheet may take a cell that begins with = + - or @ for a formula.')
    expect(await writeFile(promptsChat, one)).toContain('T,-2+3,')
  })

  test('a plain text that would have variables there is told', () => {
    expect(promptsChat.write?.losses(template('costs ${price}'))).toContain(
      'prompts.chat takes braces of the plain text for variables.',
    )
    expect(promptsChat.write?.losses(template('costs $ {price} {{x}}')).join()).not.toContain('takes braces')
  })

  test('all but what is told is read again as it was', async () => {
    const sound = anyTemplate.filter(
      ({ title, versions }) =>
        title.trim() !== '' &&
        title.isWellFormed() &&
        versions.every(({ content, variables }) => content.trim() !== '' && variables.length === 0),
    )
    await fc.assert(
      fc.asyncProperty(sound, async (one) => {
        const { read, expected } = await roundTrip(promptsChat, one)
        const authors = [...new Set(one.versions.flatMap(({ author }) => author ?? []))]
        const versions = expected.versions.map((version) => ({ ...version, author: authors.join(',') || null }))
        expect(read).toEqual({ ...expected, versions })
      }),
    )
  })
})

test.each([
  ['prompts.csv', sample, 1],
  ['prompts', sample, 0.8],
  ['prompts.csv', 'a;b\n', 0.2],
  ['prompts.CSV', '\uFEFF"act","prompt"\n', 1],
  ['prompts.json', '[{"act": "a", "prompt": "b"}]', 0],
  ['prompts.yaml', 'act: prompt\n', 0],
  ['prompts.md', '"act,prompt\n', 0],
])('%s is recognised by its first row: %#', (fileName, beginning, certainty) => {
  expect(promptsChat.recognises(fileName, beginning.slice(0, 65_536))).toBe(certainty)
})
