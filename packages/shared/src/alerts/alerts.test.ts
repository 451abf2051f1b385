import { randomUUID } from 'node:crypto'
import { alertKinds, limits, usualSettings, type AlertKind, type AlertRules, type AuditAction } from '@prologue/contracts'
import { beforeEach, expect, it } from 'vitest'
import { exportActivity, listActivity } from '../activity/index.ts'
import { renameAccount, signIn } from '../auth/index.ts'
import type { Ctx } from '../context.ts'
import { deleteConversation } from '../conversations/index.ts'
import { insertRows } from '../database/index.ts'
import { recordEvent } from '../models/index.ts'
import { saveSettings } from '../settings/index.ts'
import { buildConversation, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { eraseUser, setRole } from '../users/index.ts'
import { acknowledgeAlert, listAlerts, raiseAlerts } from './index.ts'

/** So many instants in the first ten minutes of an hour. */
const minutes = (hour: string, count: number) =>
  Array.from({ length: count }, (_none, index) => `2026-03-01T${hour}:${String(index % 10).padStart(2, '0')}:00Z`).toSorted()

onEachDatabase('alerts', (world) => {
  const admin = async () => ctxOf(world(), await buildUser(world(), { role: 'admin' }))
  const clock = (now: string): Ctx => ({ ...ctxOf(world()), actor: { kind: 'system' }, now: () => new Date(now) })
  const open = async (kind: AlertKind) => {
    const { items } = await listAlerts(await admin(), { acknowledged: false })
    return items.filter((alert) => alert.kind === kind)
  }
  /** What nobody who is signed in did, at instants. */
  async function happened(action: AuditAction, entityType: string, instants: readonly string[]) {
    for (const instant of instants) await recordEvent(clock(instant), { action, entityType, entityId: randomUUID() })
  }

  /** Whoever is made for a test is a new administrator, too: only what a test is of is looked for. */
  async function watchOnly(rules: Partial<AlertRules>) {
    const off = alertKinds.map((kind) => [kind, { threshold: null, minutes: 1 }])
    await saveSettings(await admin(), { alerts: { ...usualSettings.alerts, ...Object.fromEntries(off), ...rules } })
  }
  const usual = (...kinds: AlertKind[]) => watchOnly(Object.fromEntries(kinds.map((kind) => [kind, usualSettings.alerts[kind]])))

  beforeEach(async () => {
    await world().database.knex('alerts').delete()
  })

  it('tell of many refused sign-ins once a window, and how many they become', async () => {
    await usual('failed-sign-ins')
    await happened('sign-in-refused', 'users', minutes('10', 19))
    const ctx = clock('2026-03-01T10:10:00Z')
    const look = () => raiseAlerts(ctx, { since: new Date('2026-03-01T10:09:30Z') })
    expect(await look()).toBe(0)
    await happened('sign-in-refused', 'users', ['2026-03-01T10:09:10Z', '2026-03-01T10:09:20Z'])
    expect(await look()).toBe(1)
    expect(await open('failed-sign-ins')).toMatchObject([
      { count: 21, actor: null, firstAt: new Date('2026-03-01T10:00:00Z'), lastAt: new Date('2026-03-01T10:09:20Z') },
    ])
    await happened('sign-in-refused', 'users', ['2026-03-01T10:09:40Z'])
    expect(await look()).toBe(0)
    expect(await open('failed-sign-ins')).toMatchObject([{ count: 22, lastAt: new Date('2026-03-01T10:09:40Z') }])
  })

  it('are mailed to administrators, once, also where two look at the same time', async () => {
    await usual('failed-sign-ins')
    const { actor } = await admin()
    const email = `${randomUUID()}@example.com`
    if (actor.kind === 'user') {
      await world().database.knex('users').where({ id: actor.userId }).update({ email, emailVerifiedAt: new Date() })
    }
    await happened('sign-in-refused', 'users', minutes('11', 20))
    const looks = [1, 2].map(() => raiseAlerts(clock('2026-03-01T11:10:00Z'), { since: new Date('2026-03-01T11:10:00Z') }))
    await Promise.allSettled(looks)
    expect(await open('failed-sign-ins')).toHaveLength(1)
    const mails = await world().mailbox.to(email)
    expect(mails.map(({ subject }) => subject)).toEqual(['Many sign-ins are refused'])
    expect(mails[0]?.text).toContain('20 sign-ins were refused')
  })

  it('tell who gave another role to somebody', async () => {
    await usual('privilege-change')
    const ctx = await admin()
    const began = new Date()
    const users = [await buildUser(world()), await buildUser(world())]
    for (const { id } of users) await setRole(ctx, { id, role: 'moderator' })
    await renameAccount(ctxOf(world(), await buildUser(world())), { name: 'Somebody Else' })
    await raiseAlerts(ctxOf(world()), { since: began })
    expect(await open('privilege-change')).toMatchObject([
      { actor: { name: ctx.actor.kind === 'user' ? ctx.actor.name : '' }, count: 2 },
    ])
  })

  it('tell who deletes much, and who exports much; others’ deeds are not added to theirs', async () => {
    const ctx = await admin()
    await watchOnly({ 'mass-delete': { threshold: 3, minutes: 10 }, 'mass-export': { threshold: 5, minutes: 10 } })
    const began = new Date()
    const one = await buildConversation(world())
    for (const { id } of [one, ...(await Promise.all([1, 2].map(() => buildConversation(world(), { owner: one.owner }))))]) {
      await deleteConversation(ctxOf(world(), one.owner), { id })
    }
    for (let count = 0; count < 2; count++) {
      const other = await buildConversation(world())
      await deleteConversation(ctxOf(world(), other.owner), { id: other.id })
    }
    await exportActivity(ctx, {})
    await raiseAlerts(ctxOf(world()), { since: began })
    expect(await open('mass-delete')).toMatchObject([{ actor: { name: one.owner.name }, count: 3 }])
    expect(await open('mass-export')).toMatchObject([{ actor: { name: ctx.actor.kind === 'user' ? ctx.actor.name : '' } }])
    expect((await open('mass-export'))[0]?.count).toBeGreaterThan(5)
  })

  it('tell of an export however it is asked for: by a text, and from the middle on', async () => {
    const began = new Date()
    const rows = Array.from({ length: limits.searchedActivity + 500 }, () => ({
      id: randomUUID(),
      action: 'create',
      entityType: 'prompts',
      requestId: 'asked-for-by-its-text',
      createdAt: began,
    }))
    await insertRows({ db: world().database.knex, database: world().database }, 'audit_logs', rows)
    const rest = rows.length - limits.page
    await watchOnly({ 'mass-export': { threshold: rest, minutes: 10 } })
    const filter = { entityType: 'prompts', from: began }
    const { nextCursor: middle } = await listActivity(await admin(), filter)
    for (const asked of [{ text: 'asked-for-by', cursor: undefined }, { cursor: middle ?? undefined }]) {
      const ctx = await admin()
      let { cursor } = asked
      do {
        const { nextCursor } = await exportActivity(ctx, { ...filter, ...asked, cursor })
        cursor = nextCursor ?? undefined
      } while (cursor !== undefined)
    }
    await raiseAlerts(ctxOf(world()), { since: began })
    const counts = (await open('mass-export')).map(({ count }) => count)
    expect(new Set(counts)).toEqual(new Set([rows.length, rest]))
  })

  it('are of real refusals and of answers that failed', async () => {
    const began = new Date()
    await watchOnly({ 'failed-sign-ins': { threshold: 1, minutes: 1 }, 'provider-failures': { threshold: 10, minutes: 10 } })
    const nobody = { email: `${randomUUID()}@example.com`, password: 'a long enough password' }
    await expect(signIn(ctxOf(world()), nobody)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await happened('fail', 'prompts', minutes('12', 10))
    await raiseAlerts(ctxOf(world()), { since: began })
    expect(await open('failed-sign-ins')).toMatchObject([{ count: 1 }])
    await raiseAlerts(clock('2026-03-01T12:10:00Z'), { since: new Date('2026-03-01T12:10:00Z') })
    expect(await open('provider-failures')).toMatchObject([{ count: 10 }])
  })

  it('are acknowledged by name; the first who did stays, also when they are erased', async () => {
    await usual('provider-failures')
    await happened('fail', 'prompts', minutes('13', 10))
    await raiseAlerts(clock('2026-03-01T13:10:00Z'), { since: new Date('2026-03-01T13:10:00Z') })
    const [ctx, other] = [await admin(), await admin()]
    const [alert] = await open('provider-failures')
    const id = alert?.id ?? ''
    await acknowledgeAlert(ctx, { id })
    await acknowledgeAlert(other, { id })
    expect(await open('provider-failures')).toEqual([])
    const name = ctx.actor.kind === 'user' ? ctx.actor.name : ''
    const known = () => listAlerts(other, { acknowledged: true })
    expect((await known()).items).toMatchObject([{ id, acknowledged: { by: { name } } }])
    await eraseUser(other, { id: ctx.actor.kind === 'user' ? ctx.actor.userId : '' })
    expect(JSON.stringify(await known())).not.toContain(name)
    await expect(acknowledgeAlert(other, { id: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('are for administrators alone', async () => {
    for (const ctx of [ctxOf(world()), ctxOf(world(), await buildUser(world(), { role: 'moderator' }))]) {
      const code = ctx.actor.kind === 'user' ? 'FORBIDDEN' : 'UNAUTHENTICATED'
      await expect(listAlerts(ctx, { acknowledged: false })).rejects.toMatchObject({ code })
      await expect(acknowledgeAlert(ctx, { id: randomUUID() })).rejects.toMatchObject({ code })
    }
  })
})
