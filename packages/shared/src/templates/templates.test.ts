import { randomUUID } from 'node:crypto'
import { browseLibrarySchema, updateTemplateSchema } from '@prologue/contracts'
import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { browseLibrary } from '../library/index.ts'
import { rateTemplate, withdrawRating } from '../ratings/index.ts'
import { buildOrganization, buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import {
  createTemplate,
  deleteTemplate,
  getTemplate,
  getTemplateVersion,
  listTemplateVersions,
  moveTemplateLabel,
  restoreTemplate,
  restoreTemplateVersion,
  saveTemplateVersion,
  updateTemplate,
} from './index.ts'

async function idsOf(ctx: Ctx, scope: 'public' | 'mine'): Promise<string[]> {
  const { items } = await browseLibrary(ctx, browseLibrarySchema.parse({ scope, sort: 'newest' }))
  return items.map(({ template }) => template.id)
}

const notFound = { code: 'NOT_FOUND' }
const forbidden = { code: 'FORBIDDEN' }

onEachDatabase('a template', (world) => {
  const audit = (entityId: string) => world().database.knex('audit_logs').where({ entityId }).orderBy('sequence')

  it('is made with its first version and found by its id and by its slug', async () => {
    const { id, slug, owner } = await buildTemplate(world(), {
      title: 'Release notes',
      content: 'Write release notes for {{ product }}.',
      variables: [{ name: 'product', type: 'text', required: true, source: 'author', sensitive: false }],
    })
    const found = await getTemplate(ctxOf(world(), owner), { id })
    expect(found).toMatchObject({
      slug,
      title: 'Release notes',
      latestNumber: 1,
      ratingAverage: null,
      owner: { id: owner.id, name: 'Ada' },
      version: { number: 1, content: 'Write release notes for {{ product }}.', author: { id: owner.id } },
      labels: [],
      myRating: null,
    })
    expect(found.version?.variables).toHaveLength(1)
    expect(found.abilities).toContain('template:update')
    expect(await getTemplate(ctxOf(world(), owner), { slug })).toEqual(found)
    expect((await audit(id)).map(({ action }) => action)).toEqual(['create'])
    expect(JSON.stringify(await audit(found.version?.id ?? ''))).not.toContain('release notes')
  })

  it('is read signed out where it is public, and shows no address of anybody', async () => {
    const { slug } = await buildTemplate(world())
    const found = await getTemplate(ctxOf(world()), { slug })
    expect(found.abilities).toEqual(['template:read'])
    expect(JSON.stringify(found)).not.toContain('@')
  })

  it('does not exist for anybody else while it is private, whatever they do with its id', async () => {
    const { id, slug } = await buildTemplate(world(), { visibility: 'private' })
    for (const stranger of [await buildUser(world()), await buildUser(world(), { role: 'admin' })]) {
      const ctx = ctxOf(world(), stranger)
      const text = { content: 'Mine', variables: [], settings: {}, message: '' }
      const tries = [
        getTemplate(ctx, { id }),
        getTemplate(ctx, { slug }),
        getTemplate(ctxOf(world()), { id }),
        getTemplateVersion(ctx, { templateId: id, number: 1 }),
        listTemplateVersions(ctx, { templateId: id }),
        saveTemplateVersion(ctx, { templateId: id, basedOn: 1, ...text }),
        restoreTemplateVersion(ctx, { templateId: id, number: 1, basedOn: 1 }),
        moveTemplateLabel(ctx, { templateId: id, name: 'production', number: 1 }),
        updateTemplate(ctx, { id, title: 'Mine' }),
        deleteTemplate(ctx, { id }),
        restoreTemplate(ctx, { id }),
        rateTemplate(ctx, { templateId: id, rating: 1, review: null }),
        withdrawRating(ctx, { templateId: id }),
      ]
      for (const [index, result] of (await Promise.allSettled(tries)).entries()) {
        expect(result, `try ${index}`).toMatchObject({ status: 'rejected', reason: notFound })
      }
    }
  })

  it('that others only read is not changed by them', async () => {
    const { id } = await buildTemplate(world())
    const ctx = ctxOf(world(), await buildUser(world()))
    const text = { content: 'Mine', variables: [], settings: {}, message: '' }
    const tries = [
      saveTemplateVersion(ctx, { templateId: id, basedOn: 1, ...text }),
      restoreTemplateVersion(ctx, { templateId: id, number: 1, basedOn: 1 }),
      moveTemplateLabel(ctx, { templateId: id, name: 'production', number: 1 }),
      updateTemplate(ctx, { id, title: 'Mine' }),
      updateTemplate(ctx, { id, tags: ['mine'] }),
      updateTemplate(ctx, { id, visibility: 'private' }),
      deleteTemplate(ctx, { id }),
    ]
    for (const result of await Promise.allSettled(tries)) {
      expect(result).toMatchObject({ status: 'rejected', reason: forbidden })
    }
  })

  it('is read by its address and stands in no list of others while it is unlisted', async () => {
    const { id, slug, owner } = await buildTemplate(world(), { visibility: 'unlisted' })
    expect(await getTemplate(ctxOf(world()), { slug })).toMatchObject({ id })
    expect(await idsOf(ctxOf(world()), 'public')).not.toContain(id)
    expect(await idsOf(ctxOf(world(), owner), 'mine')).toContain(id)
  })

  it('changes what is said of it and nothing else, and keeps its address', async () => {
    const { id, slug, owner } = await buildTemplate(world())
    const ctx = ctxOf(world(), owner)
    const sent = {
      id,
      title: 'Better',
      tags: ['Two', ' one ', 'TWO'],
      ownerId: randomUUID(),
      ratingSum: 500,
      slug: 'stolen',
      deletedAt: 1,
    }
    const changed = await updateTemplate(ctx, updateTemplateSchema.parse(sent))
    expect(changed).toMatchObject({ slug, title: 'Better', tags: ['two', 'one'], owner: { id: owner.id }, description: '' })
    // Also past the schema.
    await updateTemplate(ctx, { ...sent, tags: ['three'] })
    const { version: _version, labels: _labels, myRating: _rating, ...now } = await getTemplate(ctx, { slug })
    expect(now).toMatchObject({ slug, title: 'Better', tags: ['three'], owner: { id: owner.id }, ratingCount: 0 })
    expect((await audit(id)).at(-1)).toMatchObject({ action: 'update', actorId: owner.id })
  })

  it('keeps what was written in another window meanwhile, until its writer has seen that', async () => {
    const { id, owner } = await buildTemplate(world())
    const ctx = ctxOf(world(), owner)
    const { title, tags } = await getTemplate(ctx, { id })
    const shown = { title, tags }
    await updateTemplate(ctx, { id, title: 'Theirs', was: [shown] })
    const mine = { id, title: 'Mine', tags: ['mine'] }
    await expect(updateTemplate(ctx, { ...mine, was: [shown] })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('in another window: title.'),
    })
    expect(await getTemplate(ctx, { id })).toMatchObject({ title: 'Theirs', tags })
    // What was sent before without an answer was its writer's own.
    await updateTemplate(ctx, { ...mine, was: [shown, { title: 'Theirs' }] })
    await updateTemplate(ctx, { ...mine, was: [shown] })
    expect(await getTemplate(ctx, { id })).toMatchObject({ title: 'Mine', tags: ['mine'] })
  })

  it('is sorted and hidden by moderators, who change nothing else', async () => {
    const { id, slug, owner } = await buildTemplate(world())
    const ctx = ctxOf(world(), await buildUser(world(), { role: 'moderator' }))
    expect(await updateTemplate(ctx, { id, category: 'coding' })).toMatchObject({ category: 'coding' })
    await expect(updateTemplate(ctx, { id, category: 'data', title: 'No' })).rejects.toMatchObject(forbidden)
    await expect(updateTemplate(ctx, { id, visibility: 'unlisted' })).rejects.toMatchObject(forbidden)
    await expect(deleteTemplate(ctx, { id })).rejects.toMatchObject(forbidden)
    expect(await updateTemplate(ctx, { id, visibility: 'private' })).toMatchObject({ visibility: 'private', category: 'coding' })
    await expect(getTemplate(ctx, { slug })).rejects.toMatchObject(notFound)
    expect(await getTemplate(ctxOf(world(), owner), { slug })).toMatchObject({ visibility: 'private' })
  })

  it('is for an organization only where it belongs to one', async () => {
    const { id, owner } = await buildTemplate(world())
    const ctx = ctxOf(world(), owner)
    await expect(updateTemplate(ctx, { id, visibility: 'organization' })).rejects.toMatchObject({ code: 'VALIDATION' })
    await expect(buildTemplate(world(), { owner, visibility: 'organization' })).rejects.toMatchObject({ code: 'VALIDATION' })
    await expect(buildTemplate(world(), { owner, organizationId: randomUUID() })).rejects.toMatchObject(notFound)
  })

  it('of an organization is made by its members and read by them alone', async () => {
    const [owner, member, stranger] = [await buildUser(world()), await buildUser(world()), await buildUser(world())]
    const organizationId = await buildOrganization(world(), [owner, member])
    const { id } = await buildTemplate(world(), { owner, visibility: 'organization', organizationId })
    expect(await getTemplate(ctxOf(world(), member), { id })).toMatchObject({
      id,
      abilities: ['template:read', 'template:rate', 'template:report'],
    })
    await expect(getTemplate(ctxOf(world(), stranger), { id })).rejects.toMatchObject(notFound)
    await expect(getTemplate(ctxOf(world()), { id })).rejects.toMatchObject(notFound)
  })

  it('that is deleted is gone for everybody, and its owner or an administrator brings it back', async () => {
    const { id, slug, owner } = await buildTemplate(world())
    const admin = ctxOf(world(), await buildUser(world(), { role: 'admin' }))
    const stranger = ctxOf(world(), await buildUser(world()))
    const ctx = ctxOf(world(), owner)
    await deleteTemplate(ctx, { id })
    for (const reader of [ctx, admin, stranger]) {
      await expect(getTemplate(reader, { slug })).rejects.toMatchObject(notFound)
      await expect(listTemplateVersions(reader, { templateId: id })).rejects.toMatchObject(notFound)
    }
    expect(await idsOf(ctx, 'mine')).toEqual([])
    await expect(restoreTemplate(stranger, { id })).rejects.toMatchObject(notFound)
    await restoreTemplate(ctx, { id })
    expect(await getTemplate(stranger, { slug })).toMatchObject({ id })
    await deleteTemplate(admin, { id })
    await restoreTemplate(admin, { id })
    expect(await getTemplate(stranger, { slug })).toMatchObject({ id, version: { number: 1 } })
    expect((await audit(id)).map(({ action }) => action)).toEqual(['create', 'delete', 'restore', 'delete', 'restore'])
  })

  it('is hidden with the account of its owner, also before administrators, and comes back with it', async () => {
    const { id, slug, owner } = await buildTemplate(world())
    const setDeleted = (deletedAt: Date | null) => world().database.knex('users').where({ id: owner.id }).update({ deletedAt })
    await setDeleted(new Date())
    const admin = ctxOf(world(), await buildUser(world(), { role: 'admin' }))
    await expect(getTemplate(ctxOf(world()), { slug })).rejects.toMatchObject(notFound)
    await expect(restoreTemplate(admin, { id })).rejects.toMatchObject(notFound)
    await setDeleted(null)
    expect(await getTemplate(ctxOf(world()), { slug })).toMatchObject({ id })
  })

  it('is made, changed and rated by nobody who is signed out', async () => {
    const { id, owner } = await buildTemplate(world())
    const nobody = ctxOf(world())
    const input = {
      description: '',
      category: 'data' as const,
      tags: [],
      family: null,
      visibility: 'public' as const,
      organizationId: null,
    }
    const text = { content: 'Text', variables: [], settings: {}, message: '' }
    const tries = [
      createTemplate(nobody, { ...input, ...text, title: 'Mine' }),
      rateTemplate(nobody, { templateId: id, rating: 5, review: null }),
      withdrawRating(nobody, { templateId: id }),
      moveTemplateLabel(nobody, { templateId: id, name: 'production', number: 1 }),
      idsOf(nobody, 'mine'),
      saveTemplateVersion(nobody, { templateId: id, basedOn: 1, ...text }),
    ]
    for (const result of await Promise.allSettled(tries)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'UNAUTHENTICATED' } })
    }
    expect(await getTemplate(ctxOf(world(), owner), { id })).toMatchObject({ latestNumber: 1, ratingCount: 0 })
  })
})
