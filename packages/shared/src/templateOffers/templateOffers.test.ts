import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { exportTemplates } from '../interchange/index.ts'
import { listNotifications } from '../notifications/index.ts'
import { rateTemplate } from '../ratings/index.ts'
import { deleteTemplate, getTemplate, listTemplateVersions } from '../templates/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { discardTemplateDraft, getTemplateDraft, saveTemplateDraft } from '../templateDrafts/index.ts'
import { eraseUser } from '../users/index.ts'
import { acceptOffer, declineOffer, offerTemplate, withdrawOffer } from './index.ts'

const told = async (ctx: Ctx) => (await listNotifications(ctx, {})).items

onEachDatabase('the offer of a template', (world) => {
  /** A private template and somebody to take it. */
  async function build() {
    const { id: templateId, owner, slug } = await buildTemplate(world(), { visibility: 'private' })
    const user = await buildUser(world(), { name: 'Grace' })
    return { templateId, slug, owner, user, ownerCtx: ctxOf(world(), owner), ctx: ctxOf(world(), user) }
  }
  const offersOf = async (templateId: string) => {
    const rows = await world().database.knex('template_offers').where({ templateId }).select('offeredTo')
    return rows.map(({ offeredTo }) => offeredTo)
  }
  const ownerOf = async (id: string) => (await world().database.knex('templates').where({ id }).first('ownerId')).ownerId

  it('tells whom it is for, who may look at it and take it; the former owner is told', async () => {
    const { templateId, slug, owner, user, ownerCtx, ctx } = await build()
    await expect(getTemplate(ctx, { id: templateId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await offerTemplate(ownerCtx, { templateId, userId: user.id })
    expect(await told(ctx)).toMatchObject([
      { kind: 'template-offered', actor: { id: owner.id }, template: { id: templateId, slug } },
    ])
    expect(await getTemplate(ctx, { slug })).toMatchObject({
      id: templateId,
      abilities: ['template:read', 'template:rate', 'template:report'],
    })

    await acceptOffer(ctx, { templateId })
    expect([await ownerOf(templateId), await offersOf(templateId)]).toEqual([user.id, []])
    expect((await getTemplate(ctx, { slug })).abilities).toContain('template:update')
    await expect(getTemplate(ownerCtx, { slug })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    // It is private: who had it sees it no more, and is told no title.
    expect(await told(ownerCtx)).toMatchObject([{ kind: 'template-taken', actor: { id: user.id }, template: null }])
    // What was written stays whose it was.
    const { items } = await listTemplateVersions(ctx, { templateId })
    expect(items.map(({ author }) => author?.id)).toEqual([owner.id])
  })

  it('lets whom it is for take a copy along, too, and nobody else', async () => {
    const { templateId, user, ownerCtx, ctx } = await build()
    const take = (who: Ctx) => exportTemplates(who, { ids: [templateId] })
    await expect(take(ctx)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await offerTemplate(ownerCtx, { templateId, userId: user.id })
    expect((await take(ctx)).items).toHaveLength(1)
    await expect(take(ctxOf(world(), await buildUser(world())))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('waits until what was written is published or discarded; what is written afterwards stays with who wrote it', async () => {
    const { templateId, user, ownerCtx, ctx } = await build()
    const draft = await getTemplateDraft(ownerCtx, { templateId })
    const { savedAt: _, ...unsaved } = draft
    const { revision } = await saveTemplateDraft(ownerCtx, { ...unsaved, content: 'Half a sen' })
    const offer = () => offerTemplate(ownerCtx, { templateId, userId: user.id })
    await expect(offer()).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Publish or discard') })
    await discardTemplateDraft(ownerCtx, { templateId, revision })
    await offer()
    const { savedAt: __, ...again } = await getTemplateDraft(ownerCtx, { templateId })
    await saveTemplateDraft(ownerCtx, { ...again, content: 'My own notes' })
    await acceptOffer(ctx, { templateId })
    expect((await getTemplateDraft(ctx, { templateId })).content).toBe('You are a careful editor.')
  })

  it('is taken once by however many requests at the same time', async () => {
    const { templateId, user, ownerCtx, ctx } = await build()
    await offerTemplate(ownerCtx, { templateId, userId: user.id })
    const settled = await Promise.allSettled([1, 2, 3, 4].map(() => acceptOffer(ctx, { templateId })))
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused).toMatchObject([{ code: 'NOT_FOUND' }, { code: 'NOT_FOUND' }, { code: 'NOT_FOUND' }])
    expect(await told(ownerCtx)).toHaveLength(1)
    const moves = await world()
      .database.knex('audit_logs')
      .where({ entityType: 'templates', entityId: templateId, action: 'update' })
    expect(moves).toHaveLength(1)
  })

  it('is taken or withdrawn, never both', async () => {
    const { templateId, user, owner, ownerCtx, ctx } = await build()
    await offerTemplate(ownerCtx, { templateId, userId: user.id })
    const [taken] = await Promise.allSettled([acceptOffer(ctx, { templateId }), withdrawOffer(ownerCtx, { templateId })])
    expect(await ownerOf(templateId)).toBe(taken?.status === 'fulfilled' ? user.id : owner.id)
    expect(await offersOf(templateId)).toEqual([])
  })

  it('is declined or withdrawn, and the template is out of sight again', async () => {
    for (const end of ['decline', 'withdraw'] as const) {
      const { templateId, owner, user, ownerCtx, ctx } = await build()
      await offerTemplate(ownerCtx, { templateId, userId: user.id })
      if (end === 'decline') await declineOffer(ctx, { templateId })
      else await withdrawOffer(ownerCtx, { templateId })
      expect([await ownerOf(templateId), await offersOf(templateId)]).toEqual([owner.id, []])
      for (const act of [getTemplate.bind(null, ctx, { id: templateId }), acceptOffer.bind(null, ctx, { templateId })]) {
        await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' })
      }
      expect(await told(ctx)).toMatchObject([{ kind: 'template-offered', template: null }])
    }
  })

  it('is one: offered to somebody else it is the first one’s no more, offered again it tells nobody twice', async () => {
    const { templateId, user, ownerCtx, ctx } = await build()
    await offerTemplate(ownerCtx, { templateId, userId: user.id })
    await offerTemplate(ownerCtx, { templateId, userId: user.id })
    expect(await told(ctx)).toHaveLength(1)
    const other = await buildUser(world())
    await offerTemplate(ownerCtx, { templateId, userId: other.id })
    expect(await offersOf(templateId)).toEqual([other.id])
    await expect(acceptOffer(ctx, { templateId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await acceptOffer(ctxOf(world(), other), { templateId })
    expect(await ownerOf(templateId)).toBe(other.id)
  })

  it('is nobody else’s to take, to decline or to make', async () => {
    const { templateId, user, ownerCtx, ctx } = await build()
    await world().database.knex('templates').where({ id: templateId }).update({ visibility: 'public' })
    await offerTemplate(ownerCtx, { templateId, userId: user.id })
    const stranger = ctxOf(world(), await buildUser(world(), { role: 'admin' }))
    for (const act of [acceptOffer, declineOffer]) {
      await expect(act(stranger, { templateId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(act(ownerCtx, { templateId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    for (const who of [stranger, ctx]) {
      await expect(offerTemplate(who, { templateId, userId: user.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(withdrawOffer(who, { templateId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    expect(await offersOf(templateId)).toEqual([user.id])
  })

  it('is not made to oneself, to guests or to somebody erased, nor of what was never published', async () => {
    const { templateId, owner, ownerCtx } = await build()
    await expect(offerTemplate(ownerCtx, { templateId, userId: owner.id })).rejects.toMatchObject({ code: 'CONFLICT' })
    const guest = await buildUser(world(), { role: 'guest' })
    const erased = await buildUser(world())
    await eraseUser(ctxOf(world(), await buildUser(world(), { role: 'admin' })), { id: erased.id })
    for (const { id: userId } of [guest, erased]) {
      await expect(offerTemplate(ownerCtx, { templateId, userId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    await world().database.knex('template_versions').where({ templateId }).delete()
    await world().database.knex('templates').where({ id: templateId }).update({ latestNumber: 0 })
    const { id: userId } = await buildUser(world())
    await expect(offerTemplate(ownerCtx, { templateId, userId })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await offersOf(templateId)).toEqual([])
  })

  it('of what comes with the program is not made, also not by administrators', async () => {
    const { templateId, user } = await build()
    await world().database.knex('templates').where({ id: templateId }).update({ ownerId: null })
    const admin = ctxOf(world(), await buildUser(world(), { role: 'admin' }))
    await expect(offerTemplate(admin, { templateId, userId: user.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'This template comes with the program and stays with it.',
    })
  })

  it('leaves no rating of one’s own: what the new owner gave before goes', async () => {
    const { templateId, user, ownerCtx, ctx } = await build()
    await world().database.knex('templates').where({ id: templateId }).update({ visibility: 'public' })
    await rateTemplate(ctx, { templateId, rating: 5, review: 'Mine soon.' })
    await offerTemplate(ownerCtx, { templateId, userId: user.id })
    await acceptOffer(ctx, { templateId })
    expect(await getTemplate(ctx, { id: templateId })).toMatchObject({ ratingCount: 0, ratingAverage: null, myRating: null })
  })

  it('waits while the template is deleted, and is not taken then', async () => {
    const { templateId, user, ownerCtx, ctx } = await build()
    await offerTemplate(ownerCtx, { templateId, userId: user.id })
    await deleteTemplate(ownerCtx, { id: templateId })
    await expect(acceptOffer(ctx, { templateId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
