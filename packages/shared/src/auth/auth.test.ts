import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { User } from '../models/index.ts'
import { sessionsOn } from '../sessions/index.ts'
import { ctxOf, entered, onEachDatabase } from '../testing/index.ts'
import { needsSetup, signIn, signOut, signUp } from './index.ts'

const password = 'a long enough password'
const person = () => ({ name: 'Grace', email: `${randomUUID()}@Example.com`, password })

onEachDatabase('accounts', (world) => {
  const sessionOf = (token: string) => sessionsOn(world().database.knex).validateSession(token)

  it('sign up, sign out and sign in again', async () => {
    const input = person()
    const made = entered(await signUp(ctxOf(world()), input))
    expect(made.account).toMatchObject({ name: 'Grace', role: 'user' })
    const { session, user } = await sessionOf(made.token)
    expect(user?.id).toBe(made.account.id)

    const ctx = ctxOf(world())
    await signOut({
      ...ctx,
      actor: {
        kind: 'user',
        userId: made.account.id,
        name: 'Grace',
        role: 'user',
        sessionId: session?.rowId ?? '',
        confirmedAt: new Date(),
      },
    })
    expect((await sessionOf(made.token)).session).toBeNull()
    expect(world().sent).toContainEqual({ event: 'access:session', id: session?.rowId })

    const again = entered(await signIn(ctxOf(world()), { email: input.email.toUpperCase(), password }))
    expect(again.account.id).toBe(made.account.id)
    expect(again.token).not.toBe(made.token)
  })

  it('keep no token and no password in the database', async () => {
    const input = { ...person(), password: `canary-${randomUUID()}` }
    const { token, account } = entered(await signUp(ctxOf(world()), input))
    const { knex } = world().database
    const rows = JSON.stringify([await knex('sessions'), await knex('users').where({ id: account.id }), await knex('audit_logs')])
    expect(rows).not.toContain(token)
    expect(rows).not.toContain(input.password)
    const user = await User.query(knex).findById(account.id)
    expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('answer a wrong password and an unknown address alike', async () => {
    const input = person()
    await signUp(ctxOf(world()), input)
    const wrong = signIn(ctxOf(world()), { email: input.email, password: 'not the password' }).catch((error: unknown) => error)
    const unknown = signIn(ctxOf(world()), { email: 'nobody@example.com', password }).catch((error: unknown) => error)
    expect(await wrong).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await unknown).toEqual(await wrong)
  })

  it('write sign-ins and refusals to the audit', async () => {
    const input = person()
    const { account } = entered(await signUp(ctxOf(world()), input))
    await expect(signIn(ctxOf(world()), { email: input.email, password: 'not the password' })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
    const actions = await world().database.knex('audit_logs').where({ entityId: account.id }).orderBy('sequence').pluck('action')
    expect(actions).toEqual(['create', 'sign-in', 'sign-in-refused'])
  })

  it('have one address once, however it is written', async () => {
    const input = person()
    await signUp(ctxOf(world()), input)
    await expect(signUp(ctxOf(world()), { ...input, email: input.email.toLowerCase() })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    const raced = { ...person() }
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => signUp(ctxOf(world()), raced)))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })

  it('end when they are idle too long and in any case after ninety days', async () => {
    const { token } = entered(await signUp(ctxOf(world()), person()))
    const { session } = await sessionOf(token)
    const { knex } = world().database
    const longAgo = new Date(Date.now() - 91 * 86_400_000)
    await knex('sessions').where({ id: session?.rowId }).update({ createdAt: longAgo })
    expect((await sessionOf(token)).session).toBeNull()

    const other = entered(await signUp(ctxOf(world()), person()))
    const idle = await sessionOf(other.token)
    await knex('sessions')
      .where({ id: idle.session?.rowId })
      .update({ expiresAt: new Date(Date.now() - 1) })
    expect((await sessionOf(other.token)).session).toBeNull()
  })
})

onEachDatabase('the setup link', (world) => {
  it('is given back when the account could not be made', async () => {
    const input = person()
    await signUp(ctxOf(world()), input)
    world().services.setup.token = 'another-token'
    await expect(signUp(ctxOf(world()), { ...input, setupToken: 'another-token' })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(world().services.setup.token).toBe('another-token')
  })

  it('refuses a wrong token', async () => {
    world().services.setup.token = 'right'
    await expect(signUp(ctxOf(world()), { ...person(), setupToken: 'wrong' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('makes one administrator, even when many use it at once', async () => {
    expect(await needsSetup(world().database.knex)).toBe(true)
    world().services.setup.token = 'the-token'
    const tries = Array.from({ length: 5 }, () => signUp(ctxOf(world()), { ...person(), setupToken: 'the-token' }))
    const results = await Promise.allSettled(tries)
    const roles = results.flatMap((result) => (result.status === 'fulfilled' ? [entered(result.value).account.role] : []))
    expect(roles).toEqual(['admin'])
    expect(await needsSetup(world().database.knex)).toBe(false)
    // Another process may still hold one: it gives nothing once there is an administrator.
    world().services.setup.token = 'held-elsewhere'
    await expect(signUp(ctxOf(world()), { ...person(), setupToken: 'held-elsewhere' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})
