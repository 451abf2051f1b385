import { randomUUID } from 'node:crypto'
import { limits, templateIdsSchema } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { deleteTemplates, getTemplate, restoreTemplates, setTemplateTags, tagTemplates } from './index.ts'

const ownersOnly = 'Only the owner of this template may do this.'
const unknown = 'This does not exist, or you have no access to it.'

onEachDatabase('many templates at once', (world) => {
  /** Two of one's own, one that everybody reads, one that nobody else sees, and one that there is not. */
  async function build() {
    const owner = await buildUser(world())
    const one = await buildTemplate(world(), { owner, tags: ['kept', 'old'] })
    const two = await buildTemplate(world(), { owner, tags: ['new'] })
    const theirs = await buildTemplate(world(), { tags: ['theirs'] })
    const hidden = await buildTemplate(world(), { visibility: 'private', tags: ['hidden'] })
    const ids = [one.id, theirs.id, two.id, hidden.id, randomUUID()]
    const tagsOf = async (id: string) => {
      const row = await world().database.knex('templates').where({ id }).first('tags')
      return typeof row.tags === 'string' ? JSON.parse(row.tags) : row.tags
    }
    return { ctx: ctxOf(world(), owner), one, two, theirs, hidden, ids, tagsOf }
  }

  const auditOf = (entityId: string) =>
    world().database.knex('audit_logs').where({ entityId }).orderBy('sequence').pluck('action')

  it('are tagged each by itself: what is not one’s own is refused and told, and all of it can be taken back', async () => {
    const { ctx, one, two, theirs, hidden, ids, tagsOf } = await build()
    const tagged = await tagTemplates(ctx, { ids, add: ['new'], remove: ['old'] })
    expect(tagged).toEqual({
      changed: [{ id: one.id, tags: ['kept', 'old'] }],
      refused: [
        { id: theirs.id, message: ownersOnly },
        { id: hidden.id, message: unknown },
        { id: ids[4], message: unknown },
      ],
    })
    expect(await Promise.all([one, two, theirs, hidden].map(({ id }) => tagsOf(id)))).toEqual([
      ['kept', 'new'],
      ['new'],
      ['theirs'],
      ['hidden'],
    ])
    expect(await setTemplateTags(ctx, { items: tagged.changed })).toEqual({
      changed: [{ id: one.id, tags: ['kept', 'new'] }],
      refused: [],
    })
    expect(await tagsOf(one.id)).toEqual(['kept', 'old'])
    expect(await auditOf(one.id)).toEqual(['create', 'update', 'update'])
    expect(await auditOf(two.id)).toEqual(['create'])
  })

  it('do not get more tags than one can have, while the others get theirs', async () => {
    const { ctx, one, two, tagsOf } = await build()
    const full = Array.from({ length: limits.tags }, (_, index) => `tag ${index}`)
    await setTemplateTags(ctx, { items: [{ id: one.id, tags: full }] })
    const { changed, refused } = await tagTemplates(ctx, { ids: [one.id, two.id], add: ['more'], remove: [] })
    expect(changed).toEqual([{ id: two.id, tags: ['new'] }])
    expect(refused).toEqual([{ id: one.id, message: `A template can have ${limits.tags} tags.` }])
    expect(await tagsOf(one.id)).toEqual(full)
  })

  it('are tagged by moderators where they see them', async () => {
    const { theirs, hidden, tagsOf } = await build()
    const ctx = ctxOf(world(), await buildUser(world(), { role: 'moderator' }))
    const { refused } = await tagTemplates(ctx, { ids: [theirs.id, hidden.id], add: ['checked'], remove: [] })
    expect(refused).toEqual([{ id: hidden.id, message: unknown }])
    expect(await tagsOf(theirs.id)).toEqual(['theirs', 'checked'])
  })

  it('are deleted and brought back each by itself', async () => {
    const { ctx, one, two, theirs, hidden, ids } = await build()
    const gone = await deleteTemplates(ctx, { ids })
    expect(gone).toMatchObject({ ids: [one.id, two.id], refused: [{ message: ownersOnly }, { message: unknown }, {}] })
    for (const { id } of [one, two]) await expect(getTemplate(ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await getTemplate(ctx, { id: theirs.id })).toMatchObject({ id: theirs.id })
    const stranger = ctxOf(world(), await buildUser(world()))
    await expect(restoreTemplates(stranger, gone)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const back = await restoreTemplates(ctx, { ids: [...gone.ids, hidden.id] })
    expect(back).toEqual({ ids: gone.ids, refused: [{ id: hidden.id, message: unknown }] })
    expect(await getTemplate(stranger, { id: one.id })).toMatchObject({ tags: ['kept', 'old'] })
    expect(await auditOf(two.id)).toEqual(['create', 'delete', 'restore'])
  })

  it('of which none may be changed is an error with its reason, and is for nobody who is signed out', async () => {
    const { ctx, theirs, hidden } = await build()
    const ids = [theirs.id, hidden.id]
    const tags = { add: ['mine'], remove: [] }
    await expect(tagTemplates(ctx, { ids, ...tags })).rejects.toMatchObject({ code: 'FORBIDDEN', message: ownersOnly })
    await expect(deleteTemplates(ctx, { ids: [hidden.id] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const nobody = ctxOf(world())
    const tries = [
      tagTemplates(nobody, { ids, ...tags }),
      setTemplateTags(nobody, { items: [{ id: theirs.id, tags: [] }] }),
      deleteTemplates(nobody, { ids }),
      restoreTemplates(nobody, { ids }),
    ]
    for (const result of await Promise.allSettled(tries)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'UNAUTHENTICATED' } })
    }
  })
})

it('Each of many is named once, and there are not too many', () => {
  const id = randomUUID()
  expect(templateIdsSchema.parse({ ids: [id, id] })).toEqual({ ids: [id] })
  const ids = Array.from({ length: limits.templatesAtOnce + 1 }, () => randomUUID())
  expect(templateIdsSchema.safeParse({ ids }).success).toBe(false)
  expect(templateIdsSchema.safeParse({ ids: [] }).success).toBe(false)
})
