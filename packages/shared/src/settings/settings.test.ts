import { randomUUID } from 'node:crypto'
import { usualSettings } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { getMe, signUp } from '../auth/index.ts'
import type { Ctx } from '../context.ts'
import { jobKinds } from '../jobs/index.ts'
import { Conversation, Setting } from '../models/index.ts'
import { buildConversation, buildPrompt, buildUser, ctxOf, onEachDatabase, onEachEngine, openWorld } from '../testing/index.ts'
import { getSettings, readSettings, saveSettings } from './index.ts'

const newcomer = (email: string) => ({ name: 'Ada', email, password: 'a long enough password' })

onEachDatabase('settings', (world) => {
  const admin = async () => ctxOf(world(), await buildUser(world(), { role: 'admin' }))

  it('are the usual ones until somebody sets them; what is not named stays', async () => {
    const ctx = await admin()
    expect(await readSettings(ctx)).toEqual(usualSettings)
    await saveSettings(ctx, { idleDays: 7 })
    await saveSettings(ctx, { jobDays: 8 })
    await saveSettings(ctx, { idleDays: 9 })
    expect(await readSettings(ctx)).toEqual({ ...usualSettings, idleDays: 9, jobDays: 8 })
    await saveSettings(ctx, { idleDays: usualSettings.idleDays, jobDays: usualSettings.jobDays })
  })

  it('are audited with what was before and after', async () => {
    const ctx = await admin()
    await saveSettings(ctx, { usageDays: 401 })
    await saveSettings(ctx, { usageDays: 402 })
    const { id } = await Setting.query(world().database.knex).findOne({ name: 'usageDays' }).throwIfNotFound()
    const [entry] = await world().database.knex('audit_logs').where({ entityId: id, action: 'update' })
    expect(JSON.stringify(entry)).toMatch(/401.*402/)
  })

  it('are audited, and of an announcement no more than a digest of before and after', async () => {
    const ctx = await admin()
    for (const name of ['Ada', 'Grace']) await saveSettings(ctx, { announcement: `Ask ${name} Canary` })
    const { knex } = world().database
    const { id } = await Setting.query(knex).findOne({ name: 'announcement' }).throwIfNotFound()
    const entries = await knex('audit_logs').where({ entityId: id }).orderBy('sequence')
    expect(entries.map(({ action }) => action)).toEqual(['create', 'update'])
    expect(JSON.stringify(entries)).not.toContain('Canary')
    expect(JSON.stringify(entries[1]).match(/sha256/g)).toHaveLength(4)
    await saveSettings(ctx, { announcement: '' })
  })

  it('are for administrators alone, who proved lately who they are', async () => {
    const moderator = ctxOf(world(), await buildUser(world(), { role: 'moderator' }))
    await expect(getSettings(moderator)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(saveSettings(moderator, { signUp: 'closed' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(saveSettings(ctxOf(world()), {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    const ctx = await admin()
    const later = { ...ctx, now: () => new Date(ctx.now().getTime() + 86_400_000) }
    await expect(saveSettings(later, { signUp: 'closed' })).rejects.toMatchObject({ code: 'CONFIRM_IDENTITY' })
    expect((await readSettings(ctx)).signUp).toBe('open')
  })

  it('that two save for the first time at once leave one row', async () => {
    const [one, other] = [await admin(), await admin()]
    await Promise.allSettled([saveSettings(one, { deletedDays: 41 }), saveSettings(other, { deletedDays: 42 })])
    expect(await Setting.query(world().database.knex).where({ name: 'deletedDays' })).toHaveLength(1)
    expect([41, 42]).toContain((await readSettings(one)).deletedDays)
  })

  it('close the sign-up at once, and open it to some domains', async () => {
    const ctx = await admin()
    await saveSettings(ctx, { signUp: 'closed' })
    await expect(signUp(ctxOf(world()), newcomer('closed@example.com'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await saveSettings(ctx, { signUp: 'open', mailDomains: ['example.org'] })
    for (const address of ['ada@example.com', 'ada@sub.example.org', 'ada@notexample.org']) {
      await expect(signUp(ctxOf(world()), newcomer(address)), address).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    expect(await signUp(ctxOf(world()), newcomer('Ada@Example.ORG'))).toMatchObject({ status: expect.any(String) })
    await saveSettings(ctx, { mailDomains: [] })
  })

  it('tell everybody an announcement, and the pages that are open that there is one', async () => {
    const ctx = await admin()
    await saveSettings(ctx, { announcement: 'Back at noon' })
    expect(await getMe(ctxOf(world()))).toMatchObject({ announcement: 'Back at noon', signUp: 'open' })
    expect(world().sent).toContainEqual({ event: 'announcement:changed', id: '' })
  })

  it('say after how many days the next night removes what was deleted', async () => {
    const ctx = await admin()
    const { id } = await buildConversation(world())
    const old = new Date(ctx.now().getTime() - 3 * 86_400_000)
    await world().database.knex('conversations').where({ id }).update({ deletedAt: old })
    const night: Ctx = { ...ctx, actor: { kind: 'system' } }
    const left = () => Conversation.query(world().database.knex).context({ withDeleted: true }).findById(id)
    await saveSettings(ctx, { deletedDays: 4 })
    await jobKinds['purge-deleted']?.run(night)
    expect(await left()).toBeDefined()
    await saveSettings(ctx, { deletedDays: 2 })
    await jobKinds['purge-deleted']?.run(night)
    expect(await left()).toBeUndefined()
  })
})

onEachEngine('settings of two nodes over one database', (url) => {
  it('that are saved on one are judged by the next jobs of the other', async () => {
    const [one, other] = [await openWorld(url()), await openWorld(url())]
    try {
      const ctx = ctxOf(one, await buildUser(one, { role: 'admin' }))
      const night: Ctx = { ...ctxOf(other), actor: { kind: 'system' } }
      const ago = (days: number) => new Date(ctx.now().getTime() - days * 86_400_000)
      const { knex } = one.database
      const reader = await buildUser(one)
      const notice = randomUUID()
      const told = { id: notice, userId: reader.id, kind: 'mentioned', data: '{}', createdAt: ago(5), updatedAt: ago(5) }
      await knex('notifications').insert(told)
      const { id: conversationId } = await buildConversation(one, { owner: reader })
      const { id: prompt } = await buildPrompt(one, { conversationId, author: reader })
      await knex('prompts')
        .where({ id: prompt })
        .update({ createdAt: ago(5) })
      const left = async () => [
        await knex('notifications').where({ id: notice }).pluck('id'),
        await knex('prompts').where({ id: prompt }).pluck('id'),
      ]
      const runNight = async () => {
        await jobKinds['purge-prompts']?.run(night)
        await jobKinds['purge-deleted']?.run(night)
      }
      await runNight()
      expect(await left()).toEqual([[notice], [prompt]])
      await saveSettings(ctx, { noticeDays: 6, promptDays: 6 })
      await runNight()
      expect(await left()).toEqual([[notice], [prompt]])
      await saveSettings(ctx, { noticeDays: 4, promptDays: 4 })
      await runNight()
      expect(await left()).toEqual([[], []])
    } finally {
      await one.close()
      await other.close()
    }
  })
})
