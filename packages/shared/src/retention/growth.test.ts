import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { checkDrift } from '../admin/index.ts'
import { addComment } from '../comments/index.ts'
import { getConversation, renameConversation } from '../conversations/index.ts'
import { Conversation, Template } from '../models/index.ts'
import { buildConversation, buildPrompt, buildTemplate, ctxOf, onEachDatabase } from '../testing/index.ts'
import { archiveIdleConversations, foldTemplateUsage, purgePrompts, refreshTrending } from './index.ts'

const day = 86_400_000
const now = new Date('2026-06-15T12:00:00.000Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * day)

onEachDatabase('growth', (world) => {
  const system = () => ({ ...ctxOf(world()), actor: { kind: 'system' as const }, now: () => now })

  it('is held by taking old exchanges, also where the conversation goes on', async () => {
    const { knex } = world().database
    const { id, owner } = await buildConversation(world())
    const said = { conversationId: id, author: owner, tokensIn: 2 }
    const old = await buildPrompt(world(), { ...said, createdAt: daysAgo(100), model: 'old' })
    const pending = await buildPrompt(world(), { ...said, createdAt: daysAgo(100), status: 'pending' })
    const recent = await buildPrompt(world(), { ...said, createdAt: daysAgo(89) })
    expect(await purgePrompts(system(), { olderThanDays: 90 })).toBe(1)
    const left = await knex('prompts').where({ conversationId: id }).orderBy('createdAt').pluck('id')
    expect(left).toEqual([pending.id, recent.id])
    expect(await knex('audit_logs').where({ action: 'purge', entityId: old.id })).toHaveLength(1)
    expect(world().sent).toContainEqual({ event: 'conversation:changed', id })
    expect(await Conversation.query(knex).findById(id)).toMatchObject({ promptCount: 2, tokensIn: 4 })
    expect(Number((await knex('model_usage_daily').where({ model: 'old' }).first()).prompts)).toBe(1)
    expect(await checkDrift(system())).toEqual([])
  })

  it('is put away where nobody writes any more, and only there; the rooms are told', async () => {
    const { knex } = world().database
    const build = async (values: object = {}) => {
      const room = await buildConversation(world())
      const idle = { lastActivityAt: daysAgo(60), updatedAt: daysAgo(60), ...values }
      await knex('conversations').where({ id: room.id }).update(idle)
      await knex('drafts')
        .where({ id: room.draftId })
        .update({ updatedAt: daysAgo(60) })
      return room
    }
    const [idle, edited, missed, folded, commented, renamed, paused, gone, recent] = [
      await build(),
      await build(),
      await build(),
      await build(),
      await build(),
      await build(),
      await build({ status: 'paused' }),
      await build({ deletedAt: daysAgo(1) }),
      await build({ lastActivityAt: daysAgo(29) }),
    ]
    const lately = (person: typeof idle.owner) => ({ ...ctxOf(world(), person), now: () => daysAgo(1) })
    const author = { kind: 'user', userId: edited.owner.id } as const
    await world().services.drafts.edit(edited.draftId, author, () => [{ index: 0, remove: 0, insert: 'x' }])
    await vi.waitFor(() => expect(world().sent).toContainEqual({ event: 'conversation:active', id: edited.id }))
    // That these two are written in was told nobody.
    const edit = async (draftId: string, sequence: number, createdAt: Date) =>
      knex('draft_updates').insert({ draftId, sequence, content: Buffer.from('x'), createdAt })
    await edit(idle.draftId, 1, daysAgo(59))
    await edit(missed.draftId, 1, daysAgo(59))
    await edit(missed.draftId, 2, daysAgo(1))
    await knex('drafts')
      .where({ id: folded.draftId })
      .update({ updatedAt: daysAgo(1) })
    await addComment(lately(commented.owner), { conversationId: commented.id, body: 'Look', mentions: [] })
    await renameConversation(lately(renamed.owner), { id: renamed.id, title: 'In use' })
    // As many that stay as a batch has, before and after the one that goes: their owner's account is deleted.
    const lastActivityAt = daysAgo(61)
    const hidden = await build({ lastActivityAt })
    const conversation = await knex('conversations').where({ id: hidden.id }).first()
    const more = Array.from({ length: 101 }, () => ({ ...conversation, id: randomUUID() }))
    await knex.batchInsert('conversations', more, 50)
    await knex('users')
      .where({ id: hidden.owner.id })
      .update({ deletedAt: daysAgo(1) })

    world().sent.length = 0
    expect(await archiveIdleConversations(system(), { idleDays: 30 })).toBe(1)
    const statusOf = async ({ id }: { id: string }) => (await knex('conversations').where({ id }).first('status')).status
    expect(await statusOf(idle)).toBe('archived')
    for (const room of [edited, missed, folded, commented, renamed, recent, gone, hidden])
      expect(await statusOf(room)).toBe('active')
    expect(await statusOf(paused)).toBe('paused')
    expect(world().sent).toEqual([
      { event: 'conversation:changed', id: idle.id },
      { event: 'access:conversation', id: idle.id },
    ])
    expect((await getConversation(ctxOf(world(), idle.owner), { id: idle.id })).abilities).not.toContain('draft:write')
    expect(await knex('audit_logs').where({ action: 'update', entityId: idle.id })).toHaveLength(1)
    expect(await archiveIdleConversations(system(), { idleDays: 30 })).toBe(0)
  })

  it('is folded: old days of a template go into the first of their month, and its uses stay', async () => {
    const { knex } = world().database
    const [one, other] = [await buildTemplate(world()), await buildTemplate(world())]
    const days = [
      { templateId: one.id, day: '2025-03-01', uses: 1 },
      { templateId: one.id, day: '2025-03-02', uses: 2 },
      { templateId: one.id, day: '2025-03-31', uses: 4 },
      { templateId: one.id, day: '2025-04-07', uses: 8 },
      { templateId: one.id, day: '2026-06-14', uses: 16 },
      { templateId: other.id, day: '2025-03-09', uses: 32 },
    ]
    await knex('template_usage_daily').insert(days)
    expect(await foldTemplateUsage(system(), { olderThanDays: 365 })).toBe(4)
    const left = () => knex('template_usage_daily').whereIn('templateId', [one.id, other.id]).orderBy(['templateId', 'day'])
    const expected = [
      { templateId: one.id, day: '2025-03-01', uses: 7 },
      { templateId: one.id, day: '2025-04-01', uses: 8 },
      { templateId: one.id, day: '2026-06-14', uses: 16 },
      { templateId: other.id, day: '2025-03-01', uses: 32 },
    ]
    expect(await left()).toEqual(expected)
    expect(await Template.query(knex).findById(one.id)).toMatchObject({ usageCount: 31 })
    expect(await Template.query(knex).findById(other.id)).toMatchObject({ usageCount: 32 })
    expect(await foldTemplateUsage(system(), { olderThanDays: 365 })).toBe(0)
    expect(await left()).toEqual(expected)
    expect(await checkDrift(system())).toEqual([])
  })

  it('is told by what is used of late: a use counts less by the day, and nothing after two weeks', async () => {
    const { knex } = world().database
    await knex('template_usage_daily').delete()
    const [today, older, past, unused] = [
      await buildTemplate(world()),
      await buildTemplate(world()),
      await buildTemplate(world()),
      await buildTemplate(world()),
    ]
    await knex('template_usage_daily').insert([
      { templateId: today.id, day: '2026-06-15', uses: 2 },
      { templateId: today.id, day: '2026-06-12', uses: 3 },
      { templateId: older.id, day: '2026-06-09', uses: 4 },
      { templateId: older.id, day: '2026-06-01', uses: 100 },
      { templateId: past.id, day: '2026-05-01', uses: 1000 },
    ])
    await knex('templates').where({ id: past.id }).update({ trendingScore: 5 })
    const scoreOf = async ({ id }: { id: string }) => (await Template.query(knex).findById(id))?.trendingScore
    expect(await refreshTrending(system())).toBe(3)
    expect(await scoreOf(today)).toBe(2 * 1000 + 3 * 500)
    expect(await scoreOf(older)).toBe(4 * 250)
    expect(await scoreOf(past)).toBe(0)
    expect(await scoreOf(unused)).toBe(0)
    // Nothing has changed, so nothing is written.
    expect(await refreshTrending(system())).toBe(0)
    const inThreeDays = { ...system(), now: () => daysAgo(-3) }
    await refreshTrending(inThreeDays)
    expect(await scoreOf(today)).toBe(2 * 500 + 3 * 250)
  })
})
