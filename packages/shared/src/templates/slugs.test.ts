import { slugSchema } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { translateError } from '../database/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { getTemplate } from './index.ts'
import { slugOf } from './slugOf.ts'

const id = '0198c0de-0000-7000-8000-0123456789ab'

it('A title makes an address of plain letters', () => {
  const made = {
    'A careful editor': 'a-careful-editor',
    '  Löwenbräu’s “Größe”: 50 % ': 'lowenbraus-grosse-50',
    'Ça va, Łódź, Ærøskøbing, Þór, İstanbul': 'ca-va-lodz-aeroskobing-thor-istanbul',
    'Ｆｕｌｌ ｗｉｄｔｈ': 'full-width',
    'C++ --- review_helper': 'c-review-helper',
    'Emails 📧 that work': 'emails-that-work',
    Переводчик: 'template-0123456789ab',
    翻訳者: 'template-0123456789ab',
    '2048': 'template-0123456789ab',
    'New!': 'template-0123456789ab',
    Import: 'template-0123456789ab',
    '📧': 'template-0123456789ab',
  }
  expect(Object.fromEntries(Object.keys(made).map((title) => [title, slugOf(title, id)]))).toEqual(made)
})

it('Whatever the title, the address is one that is accepted', () => {
  for (const title of ['x'.repeat(300), 'word '.repeat(60), '---', `${'a'.repeat(99)} b`, '\u0000', '\ud800', 'ﷺ', 'ﬁne']) {
    const slug = slugOf(title, id)
    expect(slugSchema.safeParse(slug).success, slug).toBe(true)
    expect(slug.length).toBeLessThanOrEqual(110)
  }
})

const lookAlikes = [
  'prolоgue',
  'ｐrologue',
  'Prologue',
  'prologue-',
  '-prologue',
  'pro--logue',
  'pro logue',
  'pro_logue',
  'prologue\n',
  '',
]

it('Addresses that look alike are no addresses', () => {
  expect(lookAlikes.filter((slug) => slugSchema.safeParse(slug).success)).toEqual([])
})

onEachDatabase('the slug of a template', (world) => {
  it('has a number where the plain one is taken, also by a template that nobody sees', async () => {
    const owner = await buildUser(world())
    const slugs: string[] = []
    for (let made = 0; made < 12; made++) {
      const { slug } = await buildTemplate(world(), { owner, title: 'Popular', visibility: 'private' })
      slugs.push(slug)
    }
    expect(slugs.slice(0, 3)).toEqual(['popular', 'popular-2', 'popular-3'])
    expect(new Set(slugs).size).toBe(12)
    expect(slugs.at(-1)).toMatch(/^popular-\d{2,9}$/)
  })

  it('is unique when many are made of one title at once', { timeout: 30_000 }, async () => {
    const owner = await buildUser(world())
    const making = Array.from({ length: 30 }, () => buildTemplate(world(), { owner, title: 'At once' }))
    const slugs = (await Promise.all(making)).map(({ slug }) => slug)
    expect(new Set(slugs).size).toBe(30)
    expect(slugs).toContain('at-once')
  })

  it('finds nothing by an address that only looks like it', async () => {
    const { slug } = await buildTemplate(world(), { title: 'Prologue' })
    expect(slug).toBe('prologue')
    for (const other of lookAlikes) {
      await expect(getTemplate(ctxOf(world()), { slug: other }), other).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  it('that looks like another is refused by the database too', async () => {
    const { id } = await buildTemplate(world(), { title: 'Epilogue' })
    const { knex, dialect } = world().database
    for (const slug of lookAlikes) {
      const error: unknown = await knex('templates')
        .where({ id })
        .update({ slug })
        .catch((thrown: unknown) => thrown)
      expect(translateError(dialect, error), slug).toMatchObject({ code: 'VALIDATION' })
    }
    await buildTemplate(world(), { title: 'Taken once' })
    const taking = knex('templates').where({ id }).update({ slug: 'taken-once' })
    expect(translateError(dialect, await taking.catch((thrown: unknown) => thrown))).toMatchObject({ code: 'CONFLICT' })
  })
})
