import { limits } from '@prologue/contracts'
import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { saveTemplateDraft } from '../templateDrafts/index.ts'
import { buildOrganization, buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import {
  beginTemplate,
  deleteTemplate,
  forkTemplate,
  getTemplate,
  getTemplateTree,
  getTemplateVersion,
  listTemplateVersions,
  saveTemplateVersion,
  updateTemplate,
} from './index.ts'

const notFound = { code: 'NOT_FOUND' }

/** Where the first version of a template came from, by each way to ask for it. */
async function parentOf(ctx: Ctx, templateId: string) {
  const { items } = await listTemplateVersions(ctx, { templateId })
  const { version } = await getTemplate(ctx, { id: templateId })
  const first = await getTemplateVersion(ctx, { templateId, number: 1 })
  return [items.at(-1), version, first].map((shown) => shown?.parentVersionId)
}

async function titlesOf(ctx: Ctx, templateId: string) {
  const { templates } = await getTemplateTree(ctx, { templateId })
  return templates.map(({ title }) => title)
}

/** Answers its id. */
async function forkAs(ctx: Ctx, id: string, title: string, visibility: 'public' | 'private' | 'unlisted' = 'public') {
  const fork = await forkTemplate(ctx, { id })
  await updateTemplate(ctx, { id: fork.id, title, visibility })
  return fork.id
}

onEachDatabase('a fork', (world) => {
  const person = async () => ctxOf(world(), await buildUser(world()))

  it('is a private copy of a version that remembers where it came from, and a use of it', async () => {
    const variables = [{ name: 'product', type: 'text' as const, required: true, source: 'author' as const, sensitive: false }]
    const said = {
      title: 'Release notes',
      description: 'Short ones',
      category: 'coding',
      tags: ['notes'],
      family: 'claude',
    } as const
    const { id, owner } = await buildTemplate(world(), { ...said, tags: ['notes'], content: 'For {{ product }}', variables })
    const maker = ctxOf(world(), owner)
    await saveTemplateVersion(maker, { templateId: id, basedOn: 1, content: 'Two', variables: [], settings: {}, message: '' })
    const ctx = await person()
    const newest = await forkTemplate(ctx, { id })
    const older = await forkTemplate(ctx, { id, number: 1 })
    const source = await getTemplateVersion(ctx, { templateId: id, number: 1 })
    const found = await getTemplate(ctx, { id: older.id })
    expect(found).toMatchObject({
      ...said,
      slug: older.slug,
      visibility: 'private',
      latestNumber: 1,
      owner: { id: ctx.actor.kind === 'user' && ctx.actor.userId },
      forkedFrom: { id, title: 'Release notes' },
      version: { content: 'For {{ product }}', variables, parentVersionId: source.id, message: 'Forked from version 1' },
      abilities: expect.arrayContaining(['template:update']),
    })
    expect((await getTemplate(ctx, { id: newest.id })).version?.content).toBe('Two')
    await expect(getTemplate(maker, { id: older.id })).rejects.toMatchObject(notFound)
    expect(await getTemplate(maker, { id })).toMatchObject({ usageCount: 2 })
    const today = { templateId: id, day: new Date().toISOString().slice(0, 10), uses: 2 }
    expect(await world().database.knex('template_usage_daily').where({ templateId: id })).toEqual([today])
    const { lastUsedAt, updatedAt } = await world().database.knex('templates').where({ id }).first()
    expect(Number(lastUsedAt)).toBeGreaterThanOrEqual(Number(updatedAt))
  })

  it('is made by whoever reads the template and has an account, of a version that is there', async () => {
    const hidden = await buildTemplate(world(), { visibility: 'private' })
    const { id } = await buildTemplate(world())
    const ctx = await person()
    await expect(forkTemplate(ctx, { id: hidden.id })).rejects.toMatchObject(notFound)
    await expect(forkTemplate(ctx, { id, number: 2 })).rejects.toMatchObject(notFound)
    await expect(forkTemplate(ctxOf(world()), { id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    const guest = ctxOf(world(), await buildUser(world(), { role: 'guest' }))
    await expect(forkTemplate(guest, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const begun = await beginTemplate(ctx, {})
    await saveTemplateDraft(ctx, { templateId: begun.id, content: 'Half', variables: [], settings: {}, basedOn: 0, revision: 0 })
    await expect(forkTemplate(ctx, { id: begun.id })).rejects.toMatchObject(notFound)
    expect(await getTemplate(ctx, { id })).toMatchObject({ usageCount: 0 })
  })

  it('is made 100 times at once: each is there, and each is counted', { timeout: 60_000 }, async () => {
    const { id } = await buildTemplate(world())
    const ctx = await person()
    const forks = await Promise.all(Array.from({ length: 100 }, () => forkTemplate(ctx, { id })))
    expect(new Set(forks.map(({ slug }) => slug)).size).toBe(100)
    expect(await getTemplate(ctx, { id })).toMatchObject({ usageCount: 100 })
  })

  it('names the version it came from to those alone who may see that', async () => {
    const { id, owner } = await buildTemplate(world(), { title: 'The source' })
    const maker = ctxOf(world(), owner)
    const ctx = await person()
    const fork = await forkTemplate(ctx, { id })
    await updateTemplate(ctx, { id: fork.id, visibility: 'public' })
    const reader = await person()
    const { version } = await getTemplate(maker, { id })
    expect(await parentOf(reader, fork.id)).toEqual([version?.id, version?.id, version?.id])

    // With its address one reads what is unlisted; the fork must not give it away.
    for (const visibility of ['unlisted', 'private'] as const) {
      await updateTemplate(maker, { id, visibility })
      for (const other of [reader, ctx, ctxOf(world())]) {
        expect(await parentOf(other, fork.id)).toEqual([null, null, null])
        expect((await getTemplate(other, { id: fork.id })).forkedFrom).toBeNull()
      }
      expect(await getTemplate(maker, { id: fork.id })).toMatchObject({ forkedFrom: { id, title: 'The source' } })
      expect(await parentOf(maker, fork.id)).toEqual([version?.id, version?.id, version?.id])
    }
    await updateTemplate(maker, { id, visibility: 'public' })
    await deleteTemplate(maker, { id })
    expect((await getTemplate(reader, { id: fork.id })).forkedFrom).toBeNull()
  })
})

onEachDatabase('the tree of a template', (world) => {
  const person = async () => ctxOf(world(), await buildUser(world()))

  it('has what it was made from, what was made from it, and their versions with their parents', async () => {
    const { id, owner } = await buildTemplate(world(), { title: 'Root' })
    const maker = ctxOf(world(), owner)
    const text = { content: 'Two', variables: [], settings: {}, message: 'Shorter' }
    await saveTemplateVersion(maker, { templateId: id, basedOn: 1, ...text })
    const ctx = await person()
    const middle = await forkAs(ctx, id, 'Middle')
    const leaf = await forkAs(ctx, middle, 'Leaf')
    await forkAs(ctx, id, 'Another')
    const tree = await getTemplateTree(ctxOf(world()), { templateId: middle })
    expect(tree.templates).toEqual([
      { id: middle, slug: expect.any(String), title: 'Middle', owner: expect.objectContaining({ name: 'Ada' }) },
      { id, slug: expect.any(String), title: 'Root', owner: expect.objectContaining({ id: owner.id }) },
      { id: leaf, slug: expect.any(String), title: 'Leaf', owner: expect.any(Object) },
    ])
    const told = tree.versions.map(({ templateId, number }) => [templateId, number])
    expect(told).toEqual([
      [id, 1],
      [id, 2],
      [middle, 1],
      [leaf, 1],
    ])
    expect(tree.versions.map(({ parentVersionId }) => parentVersionId)).toEqual([
      null,
      ...tree.versions.slice(0, 3).map((version) => version.id),
    ])
    expect(tree.more).toBe(false)
    expect(await titlesOf(ctxOf(world()), id)).toEqual(['Root', 'Middle', 'Another', 'Leaf'])
  })

  it('leaves out what one may not see, with all that only it leads to, and names nothing of it', async () => {
    const { id, owner } = await buildTemplate(world(), { title: 'Root' })
    const ctx = await person()
    const secret = await forkAs(ctx, id, 'Secret', 'private')
    const behind = await forkAs(ctx, secret, 'Behind')
    const unlisted = await forkAs(ctx, id, 'Unlisted', 'unlisted')
    const gone = await forkAs(ctx, id, 'Gone')
    await deleteTemplate(ctx, { id: gone })
    expect(await titlesOf(ctx, id)).toEqual(['Root', 'Secret', 'Unlisted', 'Behind'])
    expect(await titlesOf(ctx, behind)).toEqual(['Behind', 'Secret', 'Root'])
    const [secretVersion] = (await listTemplateVersions(ctx, { templateId: secret })).items
    for (const reader of [ctxOf(world()), await person(), ctxOf(world(), owner)]) {
      for (const templateId of [id, behind]) {
        const tree = await getTemplateTree(reader, { templateId })
        expect(tree.templates).toHaveLength(1)
        expect(tree.versions.map(({ parentVersionId }) => parentVersionId)).toEqual([null])
        const all = JSON.stringify(tree)
        for (const word of ['Secret', 'Unlisted', 'Gone', secret, unlisted, gone, secretVersion?.id ?? '']) {
          expect(all).not.toContain(word)
        }
      }
      await expect(getTemplateTree(reader, { templateId: secret })).rejects.toMatchObject(notFound)
    }
  })

  it('shows what is for an organization to its members', async () => {
    const [owner, member] = [await buildUser(world()), await buildUser(world())]
    const organizationId = await buildOrganization(world(), [owner, member])
    const of = { owner, title: 'Ours', visibility: 'organization', organizationId } as const
    const { id } = await buildTemplate(world(), of)
    const fork = await forkAs(ctxOf(world(), member), id, 'Mine')
    expect(await titlesOf(ctxOf(world(), member), fork)).toEqual(['Mine', 'Ours'])
    expect(await titlesOf(await person(), fork)).toEqual(['Mine'])
  })

  it('is cut where there are very many, and says so', { timeout: 60_000 }, async () => {
    const { id, owner } = await buildTemplate(world(), { title: 'Root' })
    const ctx = ctxOf(world(), owner)
    for (let each = 0; each < limits.treeTemplates; each++) await forkTemplate(ctx, { id })
    const tree = await getTemplateTree(ctx, { templateId: id })
    expect(tree.templates).toHaveLength(limits.treeTemplates)
    expect(tree.versions).toHaveLength(limits.treeTemplates)
    expect(tree.more).toBe(true)
  })
})
