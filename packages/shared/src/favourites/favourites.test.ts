import { expect, it } from 'vitest'
import { updateTemplate } from '../templates/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { presentTemplates } from '../search/index.ts'
import { addFavourite, removeFavourite } from './index.ts'

onEachDatabase('a favourite', (world) => {
  const kept = async (userId: string) => {
    const rows = await world().database.knex('template_favourites').where({ userId }).select('templateId')
    return rows.map(({ templateId }) => templateId)
  }

  it('is kept once however often it is asked for at the same time, and taken out again', async () => {
    const { id: templateId } = await buildTemplate(world())
    const user = await buildUser(world())
    const ctx = ctxOf(world(), user)
    await Promise.all([1, 2, 3, 4].map(() => addFavourite(ctx, { templateId })))
    expect(await kept(user.id)).toEqual([templateId])
    await removeFavourite(ctx, { templateId })
    await removeFavourite(ctx, { templateId })
    expect(await kept(user.id)).toEqual([])
    const audited = await world().database.knex('audit_logs').where({ actorId: user.id, entityType: 'template_favourites' })
    expect(audited).toHaveLength(2)
  })

  it('is told in lists to whose it is', async () => {
    const { id, owner } = await buildTemplate(world())
    const { id: other } = await buildTemplate(world())
    const reader = ctxOf(world(), await buildUser(world()))
    await addFavourite(reader, { templateId: id })
    const hearts = async (ctx: typeof reader) => (await presentTemplates(ctx, [id, other], [])).map((hit) => hit.isFavourite)
    expect(await hearts(reader)).toEqual([true, false])
    expect(await hearts(ctxOf(world(), owner))).toEqual([false, false])
    expect(await hearts(ctxOf(world()))).toEqual([false, false])
  })

  it('is each person’s own', async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const other = await buildUser(world())
    await addFavourite(ctxOf(world(), owner), { templateId })
    await addFavourite(ctxOf(world(), other), { templateId })
    await removeFavourite(ctxOf(world(), other), { templateId })
    expect([await kept(owner.id), await kept(other.id)]).toEqual([[templateId], []])
  })

  it('is taken out also once its owner keeps it to themselves', async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const user = await buildUser(world())
    await addFavourite(ctxOf(world(), user), { templateId })
    await updateTemplate(ctxOf(world(), owner), { id: templateId, visibility: 'private' })
    await removeFavourite(ctxOf(world(), user), { templateId })
    expect(await kept(user.id)).toEqual([])
  })

  it('is not for guests, nor of what one may not read', async () => {
    const { id: templateId } = await buildTemplate(world())
    const hidden = await buildTemplate(world(), { visibility: 'private' })
    const guest = ctxOf(world(), await buildUser(world(), { role: 'guest' }))
    const ctx = ctxOf(world(), await buildUser(world()))
    for (const act of [addFavourite, removeFavourite]) {
      await expect(act(guest, { templateId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(act(ctxOf(world()), { templateId })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
      await expect(act(ctx, { templateId: hidden.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })
})
