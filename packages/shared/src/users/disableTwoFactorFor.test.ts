import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { signIn } from '../auth/index.ts'
import type { Ctx } from '../context.ts'
import { openSession, sessionsOn } from '../sessions/index.ts'
import { buildUser, ctxOf, entered, onEachDatabase, somebodySecured } from '../testing/index.ts'
import { twoFactorOf } from '../twoFactor/index.ts'
import { disableTwoFactorFor } from './index.ts'

onEachDatabase('two factors of somebody who lost them', (world) => {
  const by = async (role: 'admin' | 'moderator' | 'user') => ctxOf(world(), await buildUser(world(), { role }))
  const stateOf = (id: string) => twoFactorOf(ctxOf(world()), id)

  it('are turned off by an administrator: all sessions end, the password signs in, and the owner is mailed', async () => {
    const { account, input } = await somebodySecured(world())
    const { rowId, id: token } = await openSession(ctxOf(world()), account.id)
    const admin = await by('admin')
    expect(await disableTwoFactorFor(admin, { id: account.id })).toEqual({ token: null })
    expect(await stateOf(account.id)).toEqual({ enabled: false, recoveryCodesLeft: 0 })
    expect((await sessionsOn(world().database.knex).validateSession(token)).session).toBeNull()
    expect(world().sent).toContainEqual({ event: 'access:session', id: rowId })
    expect(entered(await signIn(ctxOf(world()), input)).account.id).toBe(account.id)
    const mail = (await world().mailbox.to(account.email)).at(-1)
    expect(mail).toMatchObject({ subject: 'Two factors were turned off' })
    expect(mail?.text).toContain('an administrator')
    const actorId = admin.actor.kind === 'user' ? admin.actor.userId : ''
    const entries = await world().database.knex('audit_logs').where({ actorId, entityType: 'user_totp' }).pluck('action')
    expect(entries).toEqual(['delete'])
  })

  it('that are off already stay so, and nothing ends', async () => {
    const user = await buildUser(world())
    const { id: token } = await openSession(ctxOf(world()), user.id)
    await disableTwoFactorFor(await by('admin'), { id: user.id })
    expect((await sessionsOn(world().database.knex).validateSession(token)).session).not.toBeNull()
    expect(await world().mailbox.to(user.email)).toEqual([])
  })

  it('are turned off by nobody else, by no old session, and for nobody who is not there', async () => {
    const { account } = await somebodySecured(world())
    const attempt = (ctx: Ctx, id = account.id) => disableTwoFactorFor(ctx, { id })
    await expect(attempt(ctxOf(world()))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(attempt(await by('user'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(attempt(await by('moderator'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const admin = await by('admin')
    const late: Ctx = { ...admin, now: () => new Date(Date.now() + 16 * 60_000) }
    await expect(attempt(late)).rejects.toMatchObject({ code: 'CONFIRM_IDENTITY' })
    await expect(attempt(admin, randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await stateOf(account.id)).enabled).toBe(true)
  })
})
