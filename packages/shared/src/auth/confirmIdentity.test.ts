import { randomUUID } from 'node:crypto'
import type { UserRole } from '@prologue/contracts'
import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { listMails } from '../mail/index.ts'
import { recentlyConfirmed } from '../policies/index.ts'
import { openSession, sessionsOn } from '../sessions/index.ts'
import { beginTwoFactor, disableTwoFactor, enableTwoFactor, renewRecoveryCodes } from '../twoFactor/index.ts'
import { buildUser, ctxOf, entered, onEachDatabase } from '../testing/index.ts'
import { deleteUser, eraseUser, restoreUser, setRole } from '../users/index.ts'
import { confirmIdentity, requestEmailChange, signUp } from './index.ts'

const password = 'a long enough password'
const minute = 60_000

onEachDatabase('confirming who one is', (world) => {
  const row = async (id: string) => world().database.knex('sessions').where({ id }).first()

  /** Somebody signed in whose session was confirmed so long ago. */
  async function somebody({ minutesAgo = 0, role = 'user' }: { minutesAgo?: number; role?: UserRole } = {}) {
    const email = `${randomUUID()}@example.com`
    const { account } = entered(await signUp(ctxOf(world()), { name: 'Grace', email, password }))
    await world().database.knex('users').where({ id: account.id }).update({ role })
    const confirmedAt = new Date(Date.now() - minutesAgo * minute)
    const { rowId: sessionId, id: token } = await openSession(ctxOf(world()), account.id, { confirmedAt })
    const ctx: Ctx = {
      ...ctxOf(world()),
      actor: { kind: 'user', userId: account.id, name: account.name, role, sessionId, confirmedAt },
    }
    return { account, ctx, sessionId, token }
  }

  it('is believed for fifteen minutes', async () => {
    const { ctx } = await somebody({ minutesAgo: 15 })
    const confirmed = ctx.actor.kind === 'user' ? ctx.actor.confirmedAt : new Date(0)
    const end = new Date(confirmed.getTime() + 15 * minute)
    expect(recentlyConfirmed(ctx.actor, end)).toBe(ctx.actor)
    const late = new Date(end.getTime() + 1)
    expect(() => recentlyConfirmed(ctx.actor, late)).toThrow(expect.objectContaining({ code: 'CONFIRM_IDENTITY' }))
    expect(() => recentlyConfirmed({ kind: 'anonymous' }, end)).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' }))
    expect(() => recentlyConfirmed({ kind: 'system' }, end)).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' }))
  })

  it('is due for every dangerous act after that, and nothing is done without it', async () => {
    const { ctx } = await somebody({ minutesAgo: 16, role: 'admin' })
    const target = await buildUser(world())
    const before = await world().database.knex('users').where({ id: target.id }).first()
    const acts: (() => Promise<unknown>)[] = [
      () => setRole(ctx, { id: target.id, role: 'admin' }),
      () => deleteUser(ctx, { id: target.id }),
      () => restoreUser(ctx, { id: target.id }),
      () => eraseUser(ctx, { id: target.id }),
      () => beginTwoFactor(ctx),
      () => enableTwoFactor(ctx, { code: '123456' }),
      () => disableTwoFactor(ctx),
      () => renewRecoveryCodes(ctx),
      () => requestEmailChange(ctx, { email: 'elsewhere@example.com' }),
      async () => listMails(ctx),
    ]
    for (const act of acts) await expect(act(), String(act)).rejects.toMatchObject({ code: 'CONFIRM_IDENTITY' })
    expect(await world().database.knex('users').where({ id: target.id }).first()).toEqual(before)
  })

  it('is no way around the rights: who may not do it is told so, and not asked for the password', async () => {
    const { ctx } = await somebody({ minutesAgo: 16 })
    const target = await buildUser(world())
    for (const act of [deleteUser, restoreUser, eraseUser]) {
      await expect(act(ctx, { id: target.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await expect(setRole(ctx, { id: target.id, role: 'admin' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('with the password makes just this session believed again', async () => {
    const { account, ctx, sessionId, token } = await somebody({ minutesAgo: 60 })
    const { rowId: otherId } = await openSession(ctxOf(world()), account.id, { confirmedAt: new Date(0) })
    await confirmIdentity(ctx, { password })
    const { session } = await sessionsOn(world().database.knex).validateSession(token)
    expect(Date.now() - (session?.confirmedAt.getTime() ?? 0)).toBeLessThan(minute)
    expect(new Date((await row(otherId)).confirmedAt)).toEqual(new Date(0))
    const actions = await world().database.knex('audit_logs').where({ sessionId }).pluck('action')
    expect(actions).toEqual(['confirm-identity'])
  })

  it('with a wrong password counts as a try to sign in, and is refused in the same words once these are used up', async () => {
    const { account, ctx, sessionId } = await somebody({ minutesAgo: 60 })
    const errors: unknown[] = []
    for (let tries = 0; tries < 5; tries++) {
      errors.push(await confirmIdentity(ctx, { password: 'not the password' }).catch((error: unknown) => error))
    }
    errors.push(await confirmIdentity(ctx, { password }).catch((error: unknown) => error))
    for (const error of errors) expect(error).toEqual(errors[0])
    expect(errors[0]).toMatchObject({ code: 'FORBIDDEN' })
    const { confirmedAt } = await row(sessionId)
    expect(Date.now() - new Date(confirmedAt).getTime()).toBeGreaterThan(59 * minute)
    const user = await world().database.knex('users').where({ id: account.id }).first()
    expect(user.failedSignIns).toBe(5)
    const subjects = (await world().mailbox.to(account.email)).map(({ subject }) => subject)
    expect(subjects).toEqual(['Confirm your address', 'Somebody tries to sign in to your account'])
  })
})
