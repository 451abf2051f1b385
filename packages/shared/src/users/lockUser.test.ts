import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { changePassword, signIn, signUp } from '../auth/index.ts'
import type { Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { openSession, sessionsOn } from '../sessions/index.ts'
import { buildUser, ctxOf, entered, onEachDatabase } from '../testing/index.ts'
import { endUserSessions, eraseUser, listUsers, lockUser, sendReset, setRole, unlockUser } from './index.ts'

const password = 'a long enough password'
const reason = 'Somebody else uses it.'

onEachDatabase('an account that an administrator locks', (world) => {
  const admin = async () => ctxOf(world(), await buildUser(world(), { role: 'admin' }))
  const sessionOf = async (token: string) => (await sessionsOn(world().database.knex).validateSession(token)).session

  async function somebody() {
    const input = { name: 'Grace', email: `${randomUUID()}@example.com`, password }
    const { account, token } = entered(await signUp(ctxOf(world()), input))
    return { ...input, id: account.id, token }
  }

  it('ends every session, and tells who proves to be its person why they stay out, and nobody else', async () => {
    const ctx = await admin()
    const { id, email, token } = await somebody()
    await lockUser(ctx, { id, reason })
    expect(await sessionOf(token)).toBeNull()
    expect(world().sent).toContainEqual({ event: 'access:account', id })
    await expect(signIn(ctxOf(world()), { email, password })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining(reason),
    })
    await expect(signIn(ctxOf(world()), { email, password: 'another long password' })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: expect.not.stringContaining(reason),
    })
    expect((await world().mailbox.to(email)).at(-1)?.text).toContain(reason)
    await unlockUser(ctx, { id })
    expect(await signIn(ctxOf(world()), { email, password })).toMatchObject({ status: 'signed-in' })
  })

  it('gets no new session from what its person had asked for before', async () => {
    const { id, name, token } = await somebody()
    const sessionId = (await sessionOf(token))?.rowId ?? ''
    const asked: Ctx = {
      ...ctxOf(world()),
      actor: { kind: 'user', userId: id, name, role: 'user', sessionId, confirmedAt: new Date() },
    }
    await lockUser(await admin(), { id, reason })
    await expect(
      changePassword(asked, { currentPassword: password, password: 'another long enough password' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await world().database.knex('sessions').where({ userId: id })).toHaveLength(0)
  })

  it('is found among those that are locked, with the reason; the audit has that it was, not why', async () => {
    const ctx = await admin()
    const { id } = await somebody()
    await lockUser(ctx, { id, reason })
    await lockUser(ctx, { id, reason: 'Its person asked for it.' })
    const { items } = await listUsers(ctx, { state: 'locked' })
    expect(items.find((user) => user.id === id)?.locked).toEqual({ at: expect.any(Date), reason: 'Its person asked for it.' })
    expect(items.every(({ locked }) => locked !== null)).toBe(true)
    const entries = await world().database.knex('audit_logs').where({ entityId: id, action: 'update' })
    expect(JSON.stringify(entries)).toContain('lockedAt')
    expect(JSON.stringify(entries)).not.toContain(reason)
    await eraseUser(ctx, { id })
    expect(await User.query(world().database.knex).context({ withDeleted: true }).findById(id)).toMatchObject({
      lockReason: null,
    })
  })

  it('is found by role and by state together', async () => {
    const ctx = await admin()
    const moderator = await buildUser(world(), { role: 'moderator' })
    const both = { role: 'moderator', state: 'locked' } as const
    expect((await listUsers(ctx, { role: 'moderator' })).items.map(({ id }) => id)).toContain(moderator.id)
    expect((await listUsers(ctx, both)).items.map(({ id }) => id)).not.toContain(moderator.id)
    await lockUser(ctx, { id: moderator.id, reason })
    expect((await listUsers(ctx, both)).items.map(({ id }) => id)).toContain(moderator.id)
  })

  it('is nobody’s own, is locked by administrators only, and by those who proved lately that it is them', async () => {
    const root = await buildUser(world(), { role: 'admin' })
    const ctx = ctxOf(world(), root)
    const { id } = await somebody()
    await expect(lockUser(ctx, { id: root.id, reason })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(lockUser(ctx, { id: randomUUID(), reason })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const later: Ctx = { ...ctx, now: () => new Date(ctx.now().getTime() + 86_400_000) }
    await expect(lockUser(later, { id, reason })).rejects.toMatchObject({ code: 'CONFIRM_IDENTITY' })
    await expect(endUserSessions(later, { id })).rejects.toMatchObject({ code: 'CONFIRM_IDENTITY' })
    await expect(unlockUser(later, { id })).rejects.toMatchObject({ code: 'CONFIRM_IDENTITY' })
    await expect(sendReset(later, { id })).rejects.toMatchObject({ code: 'CONFIRM_IDENTITY' })
    for (const role of ['moderator', 'user'] as const) {
      const other = ctxOf(world(), await buildUser(world(), { role }))
      await expect(lockUser(other, { id, reason })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(endUserSessions(other, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(sendReset(other, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('is never the last administrator’s: two lock each other at once, or one demotes who locks them', async () => {
    for (const act of ['lock', 'demote'] as const) {
      const [one, other] = [await buildUser(world(), { role: 'admin' }), await buildUser(world(), { role: 'admin' })]
      await world().database.knex('users').whereNotIn('id', [one.id, other.id]).update({ role: 'user' })
      const answer = () =>
        act === 'lock'
          ? lockUser(ctxOf(world(), other), { id: one.id, reason })
          : setRole(ctxOf(world(), other), { id: one.id, role: 'user' })
      const results = await Promise.allSettled([lockUser(ctxOf(world(), one), { id: other.id, reason }), answer()])
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      const left = await world().database.knex('users').where({ role: 'admin', lockedAt: null, deletedAt: null })
      expect(left).toHaveLength(1)
    }
  })
})

onEachDatabase('somebody who needs a hand', (world) => {
  const admin = async () => ctxOf(world(), await buildUser(world(), { role: 'admin' }))

  it('is signed out everywhere; an administrator who does it to themselves goes on in a new session', async () => {
    const user = await buildUser(world())
    const { id: token } = await openSession(ctxOf(world()), user.id)
    const root = await buildUser(world(), { role: 'admin' })
    const { id: own } = await openSession(ctxOf(world()), root.id)
    const sessions = sessionsOn(world().database.knex)
    expect(await endUserSessions(ctxOf(world(), root), { id: user.id })).toEqual({ token: null })
    expect((await sessions.validateSession(token)).session).toBeNull()
    const { token: next } = await endUserSessions(ctxOf(world(), root), { id: root.id })
    expect((await sessions.validateSession(own)).session).toBeNull()
    expect((await sessions.validateSession(next ?? '')).user).toMatchObject({ id: root.id })
    const ended = await world().database.knex('audit_logs').where({ action: 'end-sessions' }).pluck('entity_id')
    expect(new Set(ended)).toEqual(new Set([root.id, user.id]))
  })

  it('is mailed a link for a new password, which is audited; whose account is locked is not', async () => {
    const ctx = await admin()
    const email = `${randomUUID()}@example.com`
    const { account } = entered(await signUp(ctxOf(world()), { name: 'Grace', email, password }))
    await sendReset(ctx, { id: account.id })
    expect((await world().mailbox.to(email)).at(-1)?.text).toMatch(/\/reset#/)
    expect(await world().database.knex('audit_logs').where({ action: 'send-reset', entityId: account.id })).toHaveLength(1)
    await lockUser(ctx, { id: account.id, reason })
    await expect(sendReset(ctx, { id: account.id })).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
