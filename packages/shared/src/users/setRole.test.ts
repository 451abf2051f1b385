import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { needsSetup } from '../auth/index.ts'
import type { Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { openSession, sessionsOn } from '../sessions/index.ts'
import { buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { setRole } from './index.ts'

onEachDatabase('a role', (world) => {
  const roleOf = async (id: string) => (await User.query(world().database.knex).findById(id))?.role
  const admin = async () => ctxOf(world(), await buildUser(world(), { role: 'admin' }))

  it('is given by administrators, and ends every session of who gets it', async () => {
    const user = await buildUser(world())
    const { rowId, id: token } = await openSession(ctxOf(world()), user.id)
    expect(await setRole(await admin(), { id: user.id, role: 'moderator' })).toEqual({ token: null })
    expect(await roleOf(user.id)).toBe('moderator')
    expect((await sessionsOn(world().database.knex).validateSession(token)).session).toBeNull()
    expect(world().sent).toContainEqual({ event: 'access:session', id: rowId })
    const [entry] = await world().database.knex('audit_logs').where({ entityId: user.id, action: 'update' })
    expect(JSON.stringify(entry)).toContain('moderator')
  })

  it('that stays as it is ends nothing', async () => {
    const user = await buildUser(world())
    const { id: token } = await openSession(ctxOf(world()), user.id)
    await setRole(await admin(), { id: user.id, role: 'user' })
    expect((await sessionsOn(world().database.knex).validateSession(token)).session).not.toBeNull()
  })

  it('is not given by anybody else, nor to nobody', async () => {
    const user = await buildUser(world())
    const moderator = ctxOf(world(), await buildUser(world(), { role: 'moderator' }))
    const attempt = { id: user.id, role: 'admin' as const }
    await expect(setRole(ctxOf(world()), attempt)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    for (const ctx of [ctxOf(world(), user), moderator]) {
      await expect(setRole(ctx, attempt)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await expect(setRole(await admin(), { id: randomUUID(), role: 'admin' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await roleOf(user.id)).toBe('user')
  })
})

onEachDatabase('the last administrator', (world) => {
  it('cannot lose the role; with a second one they can lay it down and go on in a new session', async () => {
    const last = await buildUser(world(), { role: 'admin' })
    const ctx = ctxOf(world(), last)
    for (const role of ['user', 'moderator'] as const) {
      await expect(setRole(ctx, { id: last.id, role })).rejects.toMatchObject({ code: 'CONFLICT' })
    }
    expect(await setRole(ctx, { id: last.id, role: 'admin' })).toEqual({ token: null })
    const second = await buildUser(world())
    await setRole(ctx, { id: second.id, role: 'admin' })
    const { token } = await setRole(ctx, { id: last.id, role: 'user' })
    const { user } = await sessionsOn(world().database.knex).validateSession(token ?? '')
    expect(user).toMatchObject({ id: last.id, role: 'user' })
  })

  it('is left where two demote each other at once, ten times over', async () => {
    for (let round = 0; round < 10; round++) {
      const [one, other] = [await buildUser(world(), { role: 'admin' }), await buildUser(world(), { role: 'admin' })]
      await world().database.knex('users').whereNotIn('id', [one.id, other.id]).update({ role: 'user' })
      const by = (user: User): Ctx => ctxOf(world(), user)
      const results = await Promise.allSettled([
        setRole(by(one), { id: other.id, role: 'user' }),
        setRole(by(other), { id: one.id, role: 'user' }),
      ])
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } })
      expect(await needsSetup(world().database.knex)).toBe(false)
    }
  })
})
