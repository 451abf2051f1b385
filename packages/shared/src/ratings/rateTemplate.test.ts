import { expect, it } from 'vitest'
import { deleteTemplate, getTemplate, updateTemplate } from '../templates/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { rateTemplate, withdrawRating } from './index.ts'

onEachDatabase('ratings of a template', (world) => {
  it('are one a person: given, changed and withdrawn', async () => {
    const { id: templateId } = await buildTemplate(world())
    const ctx = ctxOf(world(), await buildUser(world()))
    const other = ctxOf(world(), await buildUser(world()))
    const look = () => getTemplate(ctx, { id: templateId })
    await rateTemplate(ctx, { templateId, rating: 5, review: 'Saved me an hour.' })
    await rateTemplate(other, { templateId, rating: 2, review: null })
    expect(await look()).toMatchObject({
      ratingCount: 2,
      ratingAverage: 3.5,
      myRating: { rating: 5, review: 'Saved me an hour.' },
    })
    await rateTemplate(ctx, { templateId, rating: 4, review: null })
    expect(await look()).toMatchObject({ ratingCount: 2, ratingAverage: 3, myRating: { rating: 4, review: null } })
    await withdrawRating(ctx, { templateId })
    await withdrawRating(ctx, { templateId })
    expect(await look()).toMatchObject({ ratingCount: 1, ratingAverage: 2, myRating: null })
    expect((await getTemplate(ctxOf(world()), { id: templateId })).myRating).toBeNull()
  })

  it('stand in the audit without their words', async () => {
    const { id: templateId } = await buildTemplate(world())
    const user = await buildUser(world())
    const ctx = ctxOf(world(), user)
    await rateTemplate(ctx, { templateId, rating: 5, review: 'A secret of mine' })
    await withdrawRating(ctx, { templateId })
    const rows = await world()
      .database.knex('audit_logs')
      .where({ actorId: user.id, entityType: 'template_ratings' })
      .orderBy('sequence')
    expect(rows.map(({ action }) => action)).toEqual(['create', 'delete'])
    expect(JSON.stringify(rows)).not.toContain('secret of mine')
  })

  it('are withdrawn also once the template is private, by who gave one and by nobody else', async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const ctx = ctxOf(world(), await buildUser(world()))
    await rateTemplate(ctx, { templateId, rating: 1, review: 'My own words' })
    const ownerCtx = ctxOf(world(), owner)
    await updateTemplate(ownerCtx, { id: templateId, visibility: 'private' })
    const other = ctxOf(world(), await buildUser(world()))
    await expect(withdrawRating(other, { templateId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await getTemplate(ownerCtx, { id: templateId })).ratingCount).toBe(1)
    await withdrawRating(ctx, { templateId })
    expect((await getTemplate(ownerCtx, { id: templateId })).ratingCount).toBe(0)
  })

  it('are not given to a template of one’s own, nor to one that is gone', async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    await expect(rateTemplate(ctxOf(world(), owner), { templateId, rating: 5, review: null })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'You cannot rate a template of your own.',
    })
    const ctx = ctxOf(world(), await buildUser(world()))
    await deleteTemplate(ctxOf(world(), owner), { id: templateId })
    await expect(rateTemplate(ctx, { templateId, rating: 5, review: null })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
