import type { SearchHit, SearchInput } from '@prologue/contracts'
import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { buildTemplate, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { search } from './index.ts'

const titlesOf = (items: SearchHit[]) => items.map((hit) => (hit.kind === 'template' ? hit.template.title : ''))

async function titles(ctx: Ctx, text: string, more: Partial<SearchInput & { kind: 'templates' }> = {}): Promise<string[]> {
  const { items } = await search(ctx, { kind: 'templates', text, prefix: false, sort: 'relevance', ...more })
  return titlesOf(items)
}

const build = (world: World, title: string, description = '', tags: string[] = []) =>
  buildTemplate(world, { title, description, tags })

onEachDatabase('a search', (world) => {
  it('puts what has the word in its title before tags, and tags before the description', async () => {
    await build(world(), 'Something else', 'Speaks of zebras zebras zebras')
    await build(world(), 'Zebras for all')
    await build(world(), 'Something tagged', '', ['zebras'])
    expect(await titles(ctxOf(world()), 'zebras')).toEqual(['Zebras for all', 'Something tagged', 'Something else'])
  })

  it('finds what has all words, in any case and with or without accents', async () => {
    await build(world(), 'Résumé Coach', 'for pilots')
    await build(world(), 'Résumé Writer', 'for sailors')
    expect(await titles(ctxOf(world()), 'RESUME pilots')).toEqual(['Résumé Coach'])
    expect(await titles(ctxOf(world()), 'résumé pilots sailors')).toEqual([])
  })

  it('takes the last word for a beginning while somebody types', async () => {
    await build(world(), 'Xylophone teacher')
    for (const text of ['xy', 'xylo', 'teacher xyl', 'xylophone t', 'xylophone te']) {
      expect(await titles(ctxOf(world()), text, { prefix: true }), text).toEqual(['Xylophone teacher'])
    }
    expect(await titles(ctxOf(world()), 'xylo')).toEqual([])
  })

  it.each([
    ['数据库', '数据库设计专家'],
    ['库', '数据库设计专家'],
    ['東京', '私は東京都に住む案内人'],
    ['ガイド', 'カンタンガイド'],
    ['데이터', '데이터분석 도우미'],
    ['ภาษา', 'ครูภาษาไทย'],
    ['🦩', 'A 🦩 painter'],
    ['🦩 painter', 'A 🦩 painter'],
    ['c++', 'C++ reviewer'],
    ['qu', 'Qu language'],
    ['Мир', 'Война и мир'],
  ])('finds %s in %s, whole and while typing', async (text, title) => {
    await build(world(), title)
    expect(await titles(ctxOf(world()), text)).toContain(title)
    expect(await titles(ctxOf(world()), text, { prefix: true })).toContain(title)
  })

  it('finds words that the databases leave out of their indexes', async () => {
    await build(world(), 'The Who: a w')
    for (const text of ['the', 'the who', 'who a', 'w', 'a w', 'the +who']) {
      expect(await titles(ctxOf(world()), text), text).toContain('The Who: a w')
    }
    expect(await titles(ctxOf(world()), 'the who w')).toEqual(['The Who: a w'])
  })

  it('does not take C++ for C', async () => {
    await build(world(), 'C and ANSI')
    await build(world(), 'C++ and ANSI')
    expect(await titles(ctxOf(world()), 'ansi c++')).toEqual(['C++ and ANSI'])
    expect((await titles(ctxOf(world()), 'ansi c')).toSorted()).toEqual(['C and ANSI', 'C++ and ANSI'])
  })

  it('answers operators, quotes and noise as the words in them, or with nothing', async () => {
    await build(world(), 'Operator walrus')
    const texts = [
      '+walrus',
      '-walrus',
      '>walrus <operator',
      '(walrus',
      'walrus)',
      '~walrus*',
      '"walrus"',
      '"walrus',
      'walrus @8',
      '@walrus',
    ]
    for (const text of [...texts, "walrus'; drop table templates; --"]) {
      const found = await titles(ctxOf(world()), text)
      expect(found, text).toEqual(/8|drop/.test(text) ? [] : ['Operator walrus'])
    }
    for (const text of [
      '',
      '+',
      '*',
      '"',
      '()',
      '%',
      '_',
      '\\',
      '\u0000',
      'NEAR/2',
      'AND OR NOT',
      '{a : b}',
      '^a',
      '-',
      '+-*',
      "'",
    ]) {
      for (const prefix of [false, true]) await expect(titles(ctxOf(world()), text, { prefix }), text).resolves.toBeDefined()
    }
  })

  it('answers 10 kB of noise', async () => {
    const noise = Array.from({ length: 10_000 }, (_, place) => String.fromCodePoint(33 + ((place * 7919) % 8000))).join('')
    for (const text of [noise, '"+(~*'.repeat(2_000), 'the walrus swims '.repeat(700), '東'.repeat(10_000)]) {
      expect(await titles(ctxOf(world()), text, { prefix: true })).toEqual([])
    }
  })

  it('says where the words stand', async () => {
    await build(world(), 'Ibis Café', 'About the ibis and its café')
    const { items } = await search(ctxOf(world()), { kind: 'templates', text: 'cafe ib', prefix: true, sort: 'relevance' })
    const [hit] = items
    if (hit?.kind !== 'template') throw new Error('A template was expected')
    const parts = ({ text, ranges }: typeof hit.title) => ranges.map(({ start, end }) => text.slice(start, end))
    expect([parts(hit.title), parts(hit.description)]).toEqual([
      ['Ibis', 'Café'],
      ['ibis', 'café'],
    ])
  })

  it('finds the templates that come with the program', async () => {
    const [starter] = await world().database.knex('templates').whereNull('ownerId').limit(1)
    expect(await titles(ctxOf(world()), starter.title)).toContain(starter.title)
  })
})
