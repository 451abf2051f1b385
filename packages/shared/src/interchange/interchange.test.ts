import { importOptionsSchema, limits, templateCategories } from '@prologue/contracts'
import { formats, fromText, prepareItem, type Format, type PortableTemplate } from '@prologue/prompt-kit/formats'
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { beginTemplate, getTemplate, listTemplateVersions, saveTemplateVersion, updateTemplate } from '../templates/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import type { Ctx } from '../context.ts'
import { exportTemplates } from './exportTemplates.ts'
import { importTemplates } from './importTemplates.ts'

const options = importOptionsSchema.parse({})
const who = { name: 'who', type: 'text', required: true, default: 'me', source: 'author', sensitive: false } as const

function portable(change: Partial<PortableTemplate> = {}, ...contents: string[]): PortableTemplate {
  const texts = contents.length > 0 ? contents : ['You guide people.\r\n\n  Be “kind” 🧭.\n']
  return {
    title: 'guide',
    description: 'Guides people.',
    category: null,
    tags: ['a'],
    family: 'claude',
    versions: texts.map((content, index) => ({
      number: index + 1,
      content,
      variables: content.includes('{{') ? [who] : [],
      settings: { model: 'claude-x', temperature: 0.5 },
      message: '',
      parent: index || null,
      author: 'ann,ben',
      createdAt: '2026-01-02T03:04:05.000Z',
    })),
    labels: [],
    ratings: null,
    extras: {},
    ...change,
  }
}

async function* inTurn<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}

async function write(format: Format, templates: PortableTemplate[]): Promise<string> {
  return (await Array.fromAsync(format.write?.write(inTurn(templates)) ?? [])).join('')
}

/** What a file holds, as it is sent to the server. */
async function read(format: Format, file: string): Promise<PortableTemplate[]> {
  const items = await Array.fromAsync(format.read(fromText(file)))
  return items.map((item) => {
    const prepared = prepareItem(item, { convert: true, room: limits, categories: templateCategories })
    if (!prepared.ok) throw new Error(prepared.reason)
    return prepared.template
  })
}

async function exportEverything(ctx: Ctx): Promise<PortableTemplate[]> {
  const templates: PortableTemplate[] = []
  let cursor: string | undefined
  do {
    const page = await exportTemplates(ctx, { cursor })
    templates.push(...page.items.map(({ template }) => template))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return templates
}

onEachDatabase('templates of files', (world) => {
  describe.each(formats.filter((format) => format.write !== null))('of $id', (format) => {
    it('come back as the file they came from', async () => {
      const ctx = ctxOf(world(), await buildUser(world()))
      const plain = portable()
      const versions = portable({ title: 'two', tags: [' Big ', 'big'] }, 'First.', 'Hello {{ who }}.\nSecond {{ who }}.')
      const templates = format.holdsMany ? [plain, versions] : [versions]
      const file = await write(format, templates)
      const results = await importTemplates(ctx, { ...options, templates: await read(format, file) })
      expect(results.map(({ ok }) => ok)).toEqual(templates.map(() => true))
      expect(await write(format, await exportEverything(ctx))).toBe(file)
    })
  })

  it('are the importer’s own, private, with their versions in order and their texts byte for byte', async () => {
    const ada = await buildUser(world())
    const ctx = ctxOf(world(), ada)
    const long = 'Lines, “quoted”, 🧭\r\n'.repeat(8000).slice(0, 144_260)
    const [result] = await importTemplates(ctx, { ...options, templates: [portable({}, 'First.', long)] })
    if (result?.ok !== true) throw new Error('It was refused.')
    const template = await getTemplate(ctx, { id: result.id })
    expect(template).toMatchObject({
      visibility: 'private',
      category: 'productivity',
      family: 'claude',
      latestNumber: 2,
      labels: [],
    })
    expect(template.version?.content).toBe(long)
    const { items } = await listTemplateVersions(ctx, { templateId: result.id })
    expect(items).toMatchObject([
      { number: 2, parentVersionId: items[1]?.id, author: { id: ada.id } },
      { number: 1, parentVersionId: null },
    ])
    await expect(getTemplate(ctxOf(world()), { id: result.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('keep for which models they are and from which version each came', async () => {
    const ctx = ctxOf(world(), await buildUser(world()))
    const whole = portable({ family: null }, 'First.', 'Second.', 'Third.')
    const branched = {
      ...whole,
      versions: whole.versions.map((one, index) => Object.assign({}, one, { parent: index > 0 ? 1 : null })),
    }
    await importTemplates(ctx, { ...options, templates: [branched, portable({ title: 'other', family: 'plain' })] })
    const [one, other] = await exportEverything(ctx)
    expect(one).toEqual(branched)
    expect(other).toMatchObject({ family: 'plain' })
    const again = ctxOf(world(), await buildUser(world()))
    await importTemplates(again, { ...options, templates: one === undefined ? [] : [one] })
    expect(await exportEverything(again)).toEqual([branched])
  })

  it('never set a label, and say which ones', async () => {
    const ctx = ctxOf(world(), await buildUser(world()))
    const [result] = await importTemplates(ctx, {
      ...options,
      templates: [portable({ labels: [{ name: 'production', number: 1 }] })],
    })
    expect(result).toMatchObject({ ok: true, notes: ['An import sets no labels: production at version 1.'] })
    expect(await exportEverything(ctx)).toMatchObject([{ labels: [] }])
  })

  it('that cannot be kept are refused one by one, and leave nothing', async () => {
    const ctx = ctxOf(world(), await buildUser(world()))
    const templates = [
      portable({ title: ' ' }),
      portable({ title: 'sound' }),
      portable({}, 'First.', 'x'.repeat(400_001)),
      portable({}, 'Fine {{ who }}.', 'Broken {{ who'),
    ]
    const results = await importTemplates(ctx, { ...options, templates })
    expect(results).toMatchObject([
      { ok: false, reason: 'It has no title.' },
      { ok: true },
      { ok: false, reason: 'Version 2 has 400,001 characters; a template can have 400,000.' },
      { ok: false, reason: expect.stringContaining('Version 2 declares variables') },
    ])
    expect((await exportEverything(ctx)).map(({ title }) => title)).toEqual(['sound'])
  })

  it('keep what the file held, which nobody else is told', async () => {
    const owner = await buildUser(world())
    const extras = { langfuse: { versions: { 1: { config: { secret: 'of the file' } } } } }
    const [result] = await importTemplates(ctxOf(world(), owner), {
      ...options,
      visibility: 'public',
      templates: [portable({ extras })],
    })
    if (result?.ok !== true) throw new Error('It was refused.')
    const own = await exportTemplates(ctxOf(world(), owner), { ids: [result.id] })
    expect(own.items).toMatchObject([{ template: { extras, versions: [{ author: 'ann,ben' }] } }])
    const others = await exportTemplates(ctxOf(world()), { ids: [result.id] })
    expect(others.items).toMatchObject([{ template: { extras: {}, title: 'guide', versions: [{ author: owner.name }] } }])
  })

  it('keep no more of their file than there is room for', async () => {
    const ctx = ctxOf(world(), await buildUser(world()))
    const [result] = await importTemplates(ctx, {
      ...options,
      templates: [portable({ title: `Guide ${'x'.repeat(900_000)}`, category: 'roles' })],
    })
    if (result?.ok !== true) throw new Error('It was refused.')
    const own = world().database.knex('templates').where({ id: result.id })
    expect(JSON.stringify(await own.pluck('metadata')).length).toBeLessThan(1000)
    expect(await exportEverything(ctx)).toMatchObject([{ title: expect.stringMatching(/^Guide x+$/), category: 'productivity' }])
  })

  it('that were changed since go out changed', async () => {
    const ctx = ctxOf(world(), await buildUser(world()))
    const [result] = await importTemplates(ctx, { ...options, templates: [portable({ title: ' Padded ', category: 'roles' })] })
    if (result?.ok !== true) throw new Error('It was refused.')
    expect(await exportEverything(ctx)).toMatchObject([{ title: ' Padded ', category: 'roles' }])
    await updateTemplate(ctx, { id: result.id, title: 'Other', category: 'coding' })
    const next = { templateId: result.id, basedOn: 1, content: 'New.', settings: {}, message: 'Better', variables: [] }
    await saveTemplateVersion(ctx, next)
    expect(await exportEverything(ctx)).toMatchObject([
      { title: 'Other', category: 'coding', versions: [{ author: 'ann,ben' }, { number: 2, content: 'New.', author: 'Ada' }] },
    ])
  })

  it('need somebody with an account', async () => {
    const templates = [portable()]
    await expect(importTemplates(ctxOf(world()), { ...options, templates })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    const guest = await buildUser(world(), { role: 'guest' })
    await expect(importTemplates(ctxOf(world(), guest), { ...options, templates })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(exportTemplates(ctxOf(world()), {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

onEachDatabase('an export', (world) => {
  /** What the audit tells of what somebody exported. */
  async function exportsOf(actorId: string): Promise<[string, { of: string; rows: number }][]> {
    const events = await world().database.knex('audit_logs').where({ action: 'export', actorId }).orderBy('sequence')
    return events.map(({ entityType, metadata }) => [entityType, typeof metadata === 'string' ? JSON.parse(metadata) : metadata])
  }

  it('goes on page by page, the oldest first, without gap or double', async () => {
    const owner = await buildUser(world())
    const contents = Array.from({ length: 12 }, (_, index) => `${index} ${'x'.repeat(390_000)}`)
    for (const content of contents) await buildTemplate(world(), { owner, content, visibility: 'private' })
    const ctx = ctxOf(world(), owner)
    const first = await exportTemplates(ctx, {})
    expect(first.items.length).toBeLessThan(12)
    expect((await exportEverything(ctx)).map(({ versions }) => versions[0]?.content)).toEqual(contents)
    const told = (await exportsOf(owner.id)).map(([, { rows }]) => rows)
    expect(told.reduce((sum, rows) => sum + rows, 0)).toBe(first.items.length + contents.length)
  })

  it('keeps the order in which templates were imported, also within one millisecond', async () => {
    const now = new Date()
    const ctx = { ...ctxOf(world(), await buildUser(world())), now: () => now }
    const titles = Array.from({ length: 12 }, (_, index) => `Number ${index}`)
    const templates = titles.map((title) => portable({ title }))
    const keys = titles.map(() => randomUUID())
    await importTemplates(ctx, { visibility: 'private', category: 'writing', templates, keys })
    expect((await exportEverything(ctx)).map(({ title }) => title)).toEqual(titles)
  })

  it('keeps that order over several imports, also when all of them come at one instant', async () => {
    const now = new Date()
    const ctx = { ...ctxOf(world(), await buildUser(world())), now: () => now }
    const titles = Array.from({ length: 15 }, (_, index) => `Number ${index}`)
    for (let start = 0; start < titles.length; start += 5) {
      const templates = titles.slice(start, start + 5).map((title) => portable({ title }))
      const keys = templates.map(() => randomUUID())
      await importTemplates(ctx, { visibility: 'private', category: 'writing', templates, keys })
    }
    expect((await exportEverything(ctx)).map(({ title }) => title)).toEqual(titles)
  })

  it('of chosen templates is in the audit as one of all is, once', async () => {
    const reader = await buildUser(world())
    const { id } = await buildTemplate(world())
    const { id: other } = await buildTemplate(world())
    await exportTemplates(ctxOf(world(), reader), { ids: [id, other] })
    expect(await exportsOf(reader.id)).toEqual([['templates', { of: 'chosen', rows: 2 }]])
  })

  it('of all of one’s own names those that have nothing to export yet', async () => {
    const owner = await buildUser(world())
    const ctx = ctxOf(world(), owner)
    const begun = await beginTemplate(ctx, {})
    const { id } = await buildTemplate(world(), { owner, title: 'One' })
    const page = await exportTemplates(ctx, {})
    expect(page).toMatchObject({ items: [{ id }], unpublished: [expect.any(String)], nextCursor: null })
    expect(page.unpublished).toEqual((await exportTemplates(ctx, { ids: [begun.id] })).unpublished)
    const alone = ctxOf(world(), await buildUser(world()))
    await beginTemplate(alone, {})
    expect(await exportTemplates(alone, {})).toMatchObject({ items: [], unpublished: [expect.any(String)], nextCursor: null })
  })

  it('of ids answers these in their order, and none that one may not read', async () => {
    const owner = await buildUser(world())
    const one = await buildTemplate(world(), { owner, visibility: 'private', title: 'One' })
    const other = await buildTemplate(world(), { owner, title: 'Other' })
    const ids = [other.id, one.id]
    const { items, nextCursor } = await exportTemplates(ctxOf(world(), owner), { ids })
    expect(items.map(({ template }) => template.title)).toEqual(['Other', 'One'])
    expect(nextCursor).toBeNull()
    const stranger = ctxOf(world(), await buildUser(world()))
    await expect(exportTemplates(stranger, { ids })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await exportTemplates(stranger, { ids: [other.id] })).items).toHaveLength(1)
  })
})
