import { limits, reportPageSchema, type ReportPage } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { withTransaction, type Ctx } from '../context.ts'
import { sealAudit } from '../activity/index.ts'
import { TemplateRating } from '../models/index.ts'
import { deleteUser } from '../users/index.ts'
import {
  buildConversation,
  buildParticipant,
  buildPrompt,
  buildTemplate,
  buildUser,
  ctxOf,
  onEachDatabase,
} from '../testing/index.ts'
import { exportReport, readReport } from './index.ts'

type Asked = Omit<Parameters<typeof readReport>[1], 'cursor'>

/** All pages, each as the schema of the wire takes it. */
async function readAll(ctx: Ctx, asked: Asked) {
  const pages: ReportPage[] = []
  let cursor: string | undefined
  do {
    const page: ReportPage = reportPageSchema.parse(await readReport(ctx, { ...asked, cursor }))
    pages.push(page)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return { pages, items: pages.flatMap((page): object[] => page.items) }
}

onEachDatabase('a report', (world) => {
  const admin = async () => ctxOf(world(), await buildUser(world(), { role: 'admin', name: 'Root' }))

  it('is for administrators only', async () => {
    const asked = { report: 'model-usage' } as const
    for (const role of ['user', 'moderator'] as const) {
      const ctx = ctxOf(world(), await buildUser(world(), { role }))
      await expect(readReport(ctx, asked)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(exportReport(ctx, asked)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await expect(readReport(ctxOf(world()), asked)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('tells the use of models by day, in numbers, page by page without gap or double', async () => {
    const { id, owner } = await buildConversation(world())
    const days = Array.from({ length: limits.page + 3 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index, 12)))
    for (const createdAt of days) {
      const spent = { tokensIn: 10, tokensOut: 5, costMicroUsd: 3_000_000_000, responseTimeMs: 3 }
      await buildPrompt(world(), { conversationId: id, author: owner, createdAt, provider: 'here', model: 'one', ...spent })
    }
    await buildPrompt(world(), {
      conversationId: id,
      author: owner,
      createdAt: new Date(Date.UTC(2026, 0, 1)),
      provider: 'here',
      model: 'one',
      responseTimeMs: 4,
    })
    const { pages, items } = await readAll(await admin(), { report: 'model-usage', from: '2026-01-01', to: '2026-12-31' })
    expect(pages).toHaveLength(2)
    expect(items).toHaveLength(days.length)
    const told = items.map((item) => ('day' in item ? item.day : ''))
    expect(told).toEqual(days.map((day) => day.toISOString().slice(0, 10)).toReversed())
    expect(items.at(-1)).toEqual({
      day: '2026-01-01',
      provider: 'here',
      model: 'one',
      prompts: 2,
      failed: 0,
      tokensIn: 10,
      tokensOut: 5,
      costMicroUsd: 3_000_000_000,
      costUnknown: 1,
      responseTimeAverageMs: 3.5,
    })
    const some = await readAll(await admin(), { report: 'model-usage', from: '2026-01-02', to: '2026-01-03' })
    expect(some.items).toHaveLength(2)
  })

  it('tells what accounts did, the newest first, without those that are deleted', async () => {
    const ctx = await admin()
    const person = await buildUser(world(), { name: '=cmd' })
    const { id } = await buildConversation(world(), { owner: person })
    for (let index = 0; index < 2; index++) {
      await buildPrompt(world(), { conversationId: id, author: person, costMicroUsd: 2_500_000_000 })
    }
    await buildTemplate(world(), { owner: person })
    const gone = await buildUser(world(), { name: 'Gone' })
    await deleteUser(ctx, { id: gone.id })
    const { items } = await readAll(ctx, { report: 'user-activity' })
    const mine = items.find((item) => 'id' in item && item.id === person.id)
    expect(mine).toEqual({
      id: person.id,
      name: '=cmd',
      role: 'user',
      createdAt: person.createdAt,
      lastSeenAt: null,
      conversations: 1,
      prompts: 2,
      costMicroUsd: 5_000_000_000,
      templates: 1,
    })
    expect(items.some((item) => 'id' in item && item.id === gone.id)).toBe(false)
    const today = new Date().toISOString().slice(0, 10)
    expect((await readAll(ctx, { report: 'user-activity', from: today, to: today })).items).toEqual(items)
    expect((await readAll(ctx, { report: 'user-activity', to: '2020-01-01' })).items).toEqual([])
  })

  it('tells how templates are used and rated, the most used first', async () => {
    const ctx = await admin()
    const { knex } = world().database
    const [today, longAgo] = [new Date().toISOString().slice(0, 10), '2020-02-02']
    const used = await Promise.all(
      [5, 9, 7].map(async (uses, index) => {
        const visibility = (['public', 'private', 'unlisted'] as const)[index] ?? 'public'
        const { id } = await buildTemplate(world(), { visibility })
        await knex('template_usage_daily').insert([
          { templateId: id, day: today, uses },
          { templateId: id, day: longAgo, uses: 1000 },
        ])
        return id
      }),
    )
    const { id: userId } = await buildUser(world())
    await withTransaction(ctx, async (tx) => {
      await TemplateRating.with(tx).insert({ templateId: used[1] ?? '', userId, rating: 4, review: null })
    })
    const { items } = await readAll(ctx, { report: 'template-popularity' })
    expect(items.slice(0, 3)).toMatchObject([
      { id: used[1], usageCount: 1009, recentUses: 9, visibility: 'private', ratingCount: 1, ratingAverage: 4 },
      { id: used[2], usageCount: 1007, recentUses: 7, ratingAverage: null, lastUsedAt: null },
      { id: used[0], usageCount: 1005, recentUses: 5, ownerName: 'Ada' },
    ])
    // Those that come with the program are there too.
    expect(items.length).toBeGreaterThan(limits.page)
    expect(new Set(items.map((item) => ('id' in item ? item.id : null))).size).toBe(items.length)
    await expect(readReport(ctx, { report: 'template-popularity', from: today })).rejects.toMatchObject({ code: 'VALIDATION' })
  })

  it('tells of conversations in every status, the latest activity first', async () => {
    const ctx = await admin()
    const { id, owner } = await buildConversation(world())
    await buildParticipant(world(), id, 'viewer')
    const createdAt = new Date(Date.now() + 3_600_000)
    await buildPrompt(world(), { conversationId: id, author: owner, createdAt, tokensIn: 11, tokensOut: 12, costMicroUsd: 13 })
    const archived = await buildConversation(world(), { owner })
    await world().database.knex('conversations').where({ id: archived.id }).update({ status: 'archived' })
    const { items } = await readAll(ctx, { report: 'conversation-overview' })
    expect(items[0]).toMatchObject({ id, ownerName: 'Ada', participants: 2, promptCount: 1, tokensIn: 11, costMicroUsd: 13 })
    expect(items).toContainEqual(expect.objectContaining({ id: archived.id, status: 'archived' }))
  })

  it('tells how much is done a day, whether it is sealed by now or not', async () => {
    const ctx = await admin()
    const day = new Date().toISOString().slice(0, 10)
    const count = async () => {
      const { items } = await readAll(ctx, { report: 'audit-volume', from: day, to: day })
      const found = items.find(
        (item) => 'action' in item && item.action === 'create' && 'entityType' in item && item.entityType === 'users',
      )
      return found && 'entries' in found ? found.entries : undefined
    }
    const before = await count()
    await sealAudit(ctx)
    expect(await count()).toBe(before)
    await buildUser(world())
    expect(await count()).toBe(Number(before) + 1)
    await sealAudit(ctx)
    expect(await count()).toBe(Number(before) + 1)
    const knex = world().database.knex
    const rows = Array.from({ length: limits.page * 2 }, (_, index) => ({
      day: '2019-01-01',
      action: `action-${index}`,
      entityType: 'users',
      entries: 3,
    }))
    await knex('audit_daily').insert([...rows, { day: '2019-01-02', action: 'create', entityType: 'users', entries: 1 }])
    const { items } = await readAll(ctx, { report: 'audit-volume', to: '2019-12-31' })
    expect(items).toHaveLength(limits.page * 2 + 1)
    expect(items[0]).toEqual({ day: '2019-01-02', action: 'create', entityType: 'users', entries: 1 })
  })

  it('refuses a cursor that it did not write', async () => {
    const ctx = await admin()
    for (const cursor of [
      '',
      'x',
      '!!',
      Buffer.from('["2026-01-01"]').toString('base64url'),
      Buffer.from('{}').toString('base64url'),
    ]) {
      await expect(readReport(ctx, { report: 'model-usage', cursor }), cursor).rejects.toMatchObject({ code: 'VALIDATION' })
    }
  })

  it('goes into a file in which nothing is a formula, and the taking of it into the audit', async () => {
    const ctx = await admin()
    await buildUser(world(), { name: '=HYPERLINK("http://example.com","x")' })
    await buildUser(world(), { name: '@a\r\nb' })
    let file = ''
    for await (const piece of await exportReport(ctx, { report: 'user-activity' })) file += piece
    expect(file).toContain(`,"'=HYPERLINK(""http://example.com"",""x"")",user,`)
    expect(file).toContain(`,"'@a\r\nb",user,`)
    expect(file.startsWith('id,name,role,createdAt,lastSeenAt,conversations,prompts,costMicroUsd,templates\r\n')).toBe(true)
    const row = await world().database.knex('audit_logs').where({ action: 'export' }).orderBy('sequence', 'desc').first()
    expect(row).toMatchObject({ entityType: 'reports', actorId: ctx.actor.kind === 'user' ? ctx.actor.userId : '' })
  })
})
