import { labelNameSchema, limits } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import {
  getTemplate,
  getTemplateVersion,
  listTemplateVersions,
  moveTemplateLabel,
  removeTemplateLabel,
  restoreTemplateVersion,
  saveTemplateVersion,
} from './index.ts'

const text = { variables: [], settings: {}, message: '' }

it.each([
  ['production', true],
  ['v2', true],
  ['2024-05', true],
  ['latest', false],
  ['2024', false],
  ['2', false],
])('a label may be called %s: %s', (name, may) => {
  expect(labelNameSchema.safeParse(name).success).toBe(may)
})

onEachDatabase('the versions of a template', (world) => {
  async function build() {
    const { id: templateId, owner } = await buildTemplate(world(), { content: 'One' })
    const ctx = ctxOf(world(), owner)
    const save = (basedOn: number, content: string) => saveTemplateVersion(ctx, { templateId, basedOn, ...text, content })
    return { templateId, ctx, save }
  }

  it('are numbered one after the other, each with the one it came from', async () => {
    const { templateId, ctx, save } = await build()
    const settings = { model: 'a-model', temperature: 0.5 }
    await saveTemplateVersion(ctx, { templateId, basedOn: 1, content: 'Two', variables: [], settings, message: 'Shorter' })
    expect(await save(2, 'Three')).toMatchObject({ number: 3 })
    const { items } = await listTemplateVersions(ctx, { templateId })
    expect(items.map(({ number, message }) => [number, message])).toEqual([
      [3, ''],
      [2, 'Shorter'],
      [1, ''],
    ])
    expect(items.map(({ parentVersionId }) => parentVersionId)).toEqual([items[1]?.id, items[2]?.id, null])
    expect(await getTemplateVersion(ctx, { templateId, number: 2 })).toMatchObject({ content: 'Two', settings })
    expect(await getTemplate(ctx, { id: templateId })).toMatchObject({ latestNumber: 3, version: { content: 'Three' } })
  })

  it('are not saved over one that was saved meanwhile: the answer says what to do', async () => {
    const { templateId, ctx, save } = await build()
    await save(1, 'Two')
    await expect(save(1, 'Also two')).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Version 2 was saved meanwhile. Compare it with yours, bring over what you want, and save again.',
    })
    await expect(save(7, 'From nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await getTemplate(ctx, { id: templateId })).toMatchObject({ latestNumber: 2, version: { content: 'Two' } })
  })

  it('come back as new ones, which tell where they came from', async () => {
    const { templateId, ctx, save } = await build()
    await save(1, 'Two')
    expect(await restoreTemplateVersion(ctx, { templateId, number: 1, basedOn: 2 })).toMatchObject({ number: 3 })
    const first = await getTemplateVersion(ctx, { templateId, number: 1 })
    const { version } = await getTemplate(ctx, { id: templateId })
    expect(version).toMatchObject({ content: 'One', parentVersionId: first.id, message: 'Version 1 again' })
    await expect(restoreTemplateVersion(ctx, { templateId, number: 9, basedOn: 3 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'This template has no version 9.',
    })
    await expect(restoreTemplateVersion(ctx, { templateId, number: 2, basedOn: 2 })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Version 3 was saved meanwhile. See what it changed, then restore version 2 if you still want to.',
    })
    expect(await getTemplate(ctx, { id: templateId })).toMatchObject({ latestNumber: 3 })
  })

  it('are listed page by page without gap or double', { timeout: 30_000 }, async () => {
    const { templateId, ctx, save } = await build()
    for (let number = 1; number < limits.page + 3; number++) await save(number, `Text ${number + 1}`)
    const first = await listTemplateVersions(ctx, { templateId })
    const second = await listTemplateVersions(ctx, { templateId, cursor: first.nextCursor ?? '' })
    const numbers = [...first.items, ...second.items].map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: limits.page + 3 }, (_, index) => limits.page + 3 - index))
    expect(second.nextCursor).toBeNull()
    await expect(listTemplateVersions(ctx, { templateId, cursor: '1' })).rejects.toMatchObject({ code: 'VALIDATION' })
  })

  it('are pointed to by labels; each move tells what it displaced and stands in the audit', async () => {
    const { templateId, ctx, save } = await build()
    await save(1, 'Two')
    const move = (number: number) => moveTemplateLabel(ctx, { templateId, name: 'production', number })
    expect(await move(1)).toEqual({ displaced: null })
    expect(await move(2)).toEqual({ displaced: 1 })
    expect(await getTemplate(ctx, { id: templateId })).toMatchObject({ labels: [{ name: 'production', number: 2 }] })
    await expect(move(3)).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'This template has no version 3.' })
    const { knex } = world().database
    const label = await knex('template_labels').where({ templateId }).first()
    const moved = (await knex('audit_logs').where({ entityId: label.id }).orderBy('sequence')).at(-1)
    expect(typeof moved.changes === 'string' ? JSON.parse(moved.changes) : moved.changes).toEqual({ number: { from: 1, to: 2 } })
  })

  it('lose a label that is taken away, which tells where it stood, so that it can be put back', async () => {
    const { templateId, ctx } = await build()
    await moveTemplateLabel(ctx, { templateId, name: 'production', number: 1 })
    const { id } = await world().database.knex('template_labels').where({ templateId }).first('id')
    const remove = () => removeTemplateLabel(ctx, { templateId, name: 'production' })
    expect(await remove()).toEqual({ displaced: 1 })
    expect((await getTemplate(ctx, { id: templateId })).labels).toEqual([])
    expect(await remove()).toEqual({ displaced: null })
    const actions = world().database.knex('audit_logs').where({ entityId: id }).orderBy('sequence').pluck('action')
    expect(await actions).toEqual(['create', 'delete'])
    expect(await moveTemplateLabel(ctx, { templateId, name: 'production', number: 1 })).toEqual({ displaced: null })
  })

  it('are labelled by the owner alone, also before moderators and administrators', async () => {
    const { templateId, ctx } = await build()
    await moveTemplateLabel(ctx, { templateId, name: 'production', number: 1 })
    for (const role of ['user', 'moderator', 'admin'] as const) {
      const other = ctxOf(world(), await buildUser(world(), { role }))
      const tries = [
        moveTemplateLabel(other, { templateId, name: 'production', number: 1 }),
        moveTemplateLabel(other, { templateId, name: 'mine', number: 1 }),
        removeTemplateLabel(other, { templateId, name: 'production' }),
      ]
      for (const result of await Promise.allSettled(tries)) {
        expect(result).toMatchObject({ status: 'rejected', reason: { code: 'FORBIDDEN' } })
      }
    }
    expect((await getTemplate(ctx, { id: templateId })).labels).toEqual([{ name: 'production', number: 1 }])
  })

  it('have variables that are declared as the language of templates knows them, in a text it can read', async () => {
    const { templateId, ctx } = await build()
    const product = { name: 'product', type: 'text' as const, required: true, source: 'author' as const, sensitive: false }
    const save = (content: string, variables: (typeof product)[]) =>
      saveTemplateVersion(ctx, { templateId, basedOn: 1, ...text, content, variables })
    const refused = { code: 'VALIDATION' }
    await expect(save('For {{ product }', [product])).rejects.toMatchObject({
      ...refused,
      message: 'This variable is not closed: }} is missing.',
    })
    await expect(save('Text', [{ ...product, name: 'Not A Name' }])).rejects.toMatchObject(refused)
    await expect(save('Text', [product, product])).rejects.toMatchObject({
      ...refused,
      message: 'The variable “product”: This name is taken.',
    })
    await expect(save('Text', JSON.parse('{"name":"product"}'))).rejects.toMatchObject(refused)
    await expect(save('', [])).rejects.toMatchObject({ ...refused, message: 'Write the text of the template.' })
    // Without variables braces are only braces.
    expect(await save('A shell says ${x} and {{ y }', [])).toMatchObject({ number: 2 })
  })
})
