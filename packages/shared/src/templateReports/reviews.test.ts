import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { listNotifications } from '../notifications/index.ts'
import { listReviews, rateTemplate, withdrawRating } from '../ratings/index.ts'
import { getTemplate, updateTemplate } from '../templates/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { eraseUser } from '../users/index.ts'
import { decideReport, listReports, reopenReport, reportReview, reportTemplate } from './index.ts'

// What is upheld of a template is held from all others.
let made = 0

onEachDatabase('a report of a review', (world) => {
  const person = async (role: 'user' | 'moderator' | 'guest' = 'user', name = 'Grace') =>
    ctxOf(world(), await buildUser(world(), { role, name }))
  const rows = (ratingId: string) => world().database.knex('template_reports').where({ ratingId }).orderBy('createdAt')
  const said = { reason: 'harmful', details: 'It insults.' } as const

  /** A review that somebody reported, with who wrote it. */
  async function build(author?: Ctx) {
    const { id: templateId, owner } = await buildTemplate(world(), { title: 'A shop', content: `Sell number ${(made += 1)}.` })
    const writer = author ?? (await person('user', 'Eve'))
    await rateTemplate(writer, { templateId, rating: 2, review: 'You are all fools.' })
    const [review] = (await listReviews(writer, { templateId })).items
    const ratingId = review?.id ?? ''
    const reporter = await person()
    await reportReview(reporter, { ratingId, ...said })
    const [{ id }] = await rows(ratingId)
    return { id: String(id), ratingId, templateId, ownerCtx: ctxOf(world(), owner), writer, reporter }
  }

  it('stands among the others with the words it is of and who wrote them', async () => {
    const { id, templateId } = await build()
    const { items } = await listReports(await person('moderator'), { status: 'open' })
    expect(items.find((one) => one.id === id)).toMatchObject({
      template: { id: templateId, title: 'A shop' },
      review: { author: { name: 'Eve' }, rating: 2, text: 'You are all fools.' },
      reporter: { name: 'Grace' },
      ...said,
    })
  })

  it('is one a person, also beside one of the template, and the owner of the template may make one', async () => {
    const { ratingId, templateId, reporter, ownerCtx } = await build()
    await Promise.all([1, 2, 3].map(() => reportReview(reporter, { ratingId, ...said, reason: 'spam' })))
    expect(await rows(ratingId)).toMatchObject([{ reason: 'spam', status: 'open' }])
    await reportTemplate(reporter, { templateId, ...said })
    await reportReview(ownerCtx, { ratingId, ...said })
    expect(await rows(ratingId)).toHaveLength(2)
    expect(await world().database.knex('template_reports').where({ templateId })).toHaveLength(3)
  })

  it('is not made of one’s own, by guests, of what one may not read, or of stars without words', async () => {
    const { ratingId, templateId, writer, ownerCtx } = await build()
    const report = async (ctx: Ctx, id = ratingId) => reportReview(ctx, { ratingId: id, ...said })
    await expect(report(writer)).rejects.toMatchObject({ code: 'FORBIDDEN', message: 'You cannot report a review of your own.' })
    await expect(report(await person('guest'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(report(ctxOf(world()))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    const mute = await person()
    await rateTemplate(mute, { templateId, rating: 5, review: null })
    const { id } = await world().database.knex('template_ratings').where({ templateId, review: null }).first('id')
    await expect(report(await person(), id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await updateTemplate(ownerCtx, { id: templateId, visibility: 'private' })
    await expect(report(await person())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('that is upheld takes the words away, keeps the stars, tells who wrote them, and leaves the template alone', async () => {
    const { id, ratingId, templateId, writer, ownerCtx } = await build()
    await reportReview(await person(), { ratingId, ...said })
    await reportTemplate(await person(), { templateId, ...said })
    const moderator = await person('moderator')
    await decideReport(moderator, { id, status: 'upheld' })
    expect(await rows(ratingId)).toMatchObject([{ status: 'upheld' }, { status: 'upheld' }])
    const ofTemplate = await world().database.knex('template_reports').where({ templateId, ratingId: null })
    expect(ofTemplate).toMatchObject([{ status: 'open' }])
    expect((await listReviews(writer, { templateId })).items).toEqual([])
    expect(await getTemplate(writer, { id: templateId })).toMatchObject({
      visibility: 'public',
      ratingCount: 1,
      ratingAverage: 2,
    })
    expect((await listNotifications(writer, {})).items).toMatchObject([
      { kind: 'template-review-removed', actor: null, template: { id: templateId } },
    ])
    expect((await listNotifications(ownerCtx, {})).items).toEqual([])
    const { items } = await listReports(moderator, { status: 'upheld' })
    expect(items.find((one) => one.id === id)?.review).toMatchObject({ rating: 2, text: 'You are all fools.', isCurrent: false })
    await expect(reopenReport(moderator, { id })).rejects.toMatchObject({ code: 'CONFLICT' })
    // What was taken from a review keeps nothing of the template from being shared again.
    await updateTemplate(ownerCtx, { id: templateId, visibility: 'private' })
    expect((await updateTemplate(ownerCtx, { id: templateId, visibility: 'public' })).visibility).toBe('public')
  })

  it('that is upheld keeps the words from coming back, also once the rating is withdrawn; others are welcome', async () => {
    const { id, templateId, writer } = await build()
    const rate = (review: string | null, ctx = writer, of = templateId) =>
      rateTemplate(ctx, { templateId: of, rating: 1, review })
    await decideReport(await person('moderator'), { id, status: 'upheld' })
    const refused = { code: 'CONFLICT', message: expect.stringContaining('took these words away') }
    await expect(rate('You are all fools.')).rejects.toMatchObject(refused)
    await expect(rate('  you are ALL\nfools!')).rejects.toMatchObject(refused)
    await withdrawRating(writer, { templateId })
    await expect(rate('You áre all fools')).rejects.toMatchObject(refused)
    expect((await listReviews(writer, { templateId })).items).toEqual([])
    await rate(null)
    await rate('It was of no use to me.')
    expect((await listReviews(writer, { templateId })).items).toMatchObject([{ review: 'It was of no use to me.' }])
    // Of another template, or from somebody else, the same words are judged anew.
    await rate('You are all fools.', writer, (await buildTemplate(world())).id)
    await rate('You are all fools.', await person())
  })

  it('is of the words that were reported: others that stand there by now stay, and the old ones do not come back', async () => {
    const { id, ratingId, templateId, writer } = await build()
    await rateTemplate(writer, { templateId, rating: 2, review: 'It did not help me.' })
    await reportReview(await person(), { ratingId, ...said })
    const moderator = await person('moderator')
    const { items } = await listReports(moderator, { status: 'open' })
    expect(items.flatMap(({ template, review }) => (template.id === templateId ? [review] : []))).toMatchObject([
      { text: 'You are all fools.', isCurrent: false },
      { text: 'It did not help me.', isCurrent: true },
    ])
    await decideReport(moderator, { id, status: 'upheld' })
    expect(await rows(ratingId)).toMatchObject([{ status: 'upheld' }, { status: 'open' }])
    expect((await listReviews(writer, { templateId })).items).toMatchObject([{ review: 'It did not help me.' }])
    expect((await listNotifications(writer, {})).items).toEqual([])
    await expect(rateTemplate(writer, { templateId, rating: 2, review: 'You are all fools!' })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })

  it('loses the words once who wrote them is erased', async () => {
    const { ratingId, writer } = await build()
    const admin = ctxOf(world(), await buildUser(world(), { role: 'admin' }))
    await eraseUser(admin, { id: writer.actor.kind === 'user' ? writer.actor.userId : '' })
    expect(await rows(ratingId)).toMatchObject([{ reportedReview: null, status: 'open' }])
  })

  it('that is dismissed leaves the words, and the dismissal can be taken back', async () => {
    const { id, ratingId, templateId, writer } = await build()
    const moderator = await person('moderator')
    await decideReport(moderator, { id, status: 'dismissed' })
    expect((await listReviews(writer, { templateId })).items).toMatchObject([{ review: 'You are all fools.' }])
    expect((await listNotifications(writer, {})).items).toEqual([])
    await reopenReport(moderator, { id })
    expect(await rows(ratingId)).toMatchObject([{ status: 'open' }])
  })

  it('is left when that of the template is upheld', async () => {
    const { ratingId, templateId } = await build()
    await reportTemplate(await person(), { templateId, ...said })
    const { id } = await world().database.knex('template_reports').where({ templateId, ratingId: null }).first('id')
    await decideReport(await person('moderator'), { id, status: 'upheld' })
    expect(await rows(ratingId)).toMatchObject([{ status: 'open' }])
  })

  it('is not decided by the moderator who wrote the review', async () => {
    const moderator = await person('moderator')
    const { id } = await build(moderator)
    await expect(decideReport(moderator, { id, status: 'dismissed' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('goes with the rating when that is withdrawn, and opens again when other words of the same person are reported', async () => {
    const { id, ratingId, templateId, writer, reporter } = await build()
    await decideReport(await person('moderator'), { id, status: 'upheld' })
    await rateTemplate(writer, { templateId, rating: 2, review: 'Fools, I said.' })
    await reportReview(reporter, { ratingId, ...said })
    expect(await rows(ratingId)).toMatchObject([{ id, status: 'open' }])
    await withdrawRating(writer, { templateId })
    expect(await rows(ratingId)).toEqual([])
    await expect(decideReport(await person('moderator'), { id, status: 'upheld' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
