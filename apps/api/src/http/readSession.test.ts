import { randomUUID } from 'node:crypto'
import { openDatabase, type Database } from '@prologue/shared'
import { onEachEngine } from '@prologue/shared/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenServer } from '../openServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { callerOf, signUpPerson, type TestPerson } from '../testing/people.ts'

const minute = 60_000
const day = 1_440 * minute
const password = 'a long enough password'

onEachEngine('the session of a request', (databaseUrl) => {
  let server: OpenServer
  let database: Database

  beforeAll(async () => {
    server = await openTestServer(databaseUrl())
    database = await openDatabase(databaseUrl())
  })
  afterAll(async () => {
    await database.close()
    await server.close()
  })

  const sessionOf = ({ account }: TestPerson) => database.knex('sessions').where({ userId: account.id })

  it('is known to be in use, and lasts from then on, but is not written with each request', async () => {
    const person = await signUpPerson(server.publicUrl)
    const before = new Date(Date.now() - 10 * minute)
    await sessionOf(person).update({ lastSeenAt: before, expiresAt: new Date(before.getTime() + 14 * day) })
    await Promise.all(Array.from({ length: 5 }, () => person.api.account.get.query()))
    const used = await sessionOf(person).first()
    expect(Date.now() - new Date(used.lastSeenAt).getTime()).toBeLessThan(minute)
    expect(new Date(used.expiresAt).getTime()).toBe(new Date(used.lastSeenAt).getTime() + 14 * day)
    await person.api.account.get.query()
    expect(await sessionOf(person).first()).toEqual(used)
    const [listed] = await person.api.sessions.list.query()
    expect(listed).toMatchObject({ current: true, ip: '127.0.0.1', lastSeenAt: new Date(used.lastSeenAt) })
  })

  it('that is over lets nobody in', async () => {
    const person = await signUpPerson(server.publicUrl)
    await sessionOf(person).update({ expiresAt: new Date(Date.now() - 1) })
    const refused = { data: { wire: { code: 'UNAUTHENTICATED' }, httpStatus: 401 } }
    await expect(person.api.account.get.query()).rejects.toMatchObject(refused)
  })

  it('answers CONFIRM_IDENTITY to dangerous acts after 15 minutes, until its person confirms that it is them', async () => {
    const person = await signUpPerson(server.publicUrl)
    await person.api.account.beginTwoFactor.mutate()
    await sessionOf(person).update({ confirmedAt: new Date(Date.now() - 15 * minute - 1) })
    const due = { data: { wire: { code: 'CONFIRM_IDENTITY' }, httpStatus: 403 } }
    await expect(person.api.account.beginTwoFactor.mutate()).rejects.toMatchObject(due)
    // What is not dangerous goes on.
    await person.api.account.get.query()
    await person.api.account.confirmIdentity.mutate({ password })
    await person.api.account.beginTwoFactor.mutate()
  })

  it('is another after each sign-in, also where the browser brings one', async () => {
    const { account, cookie, api } = await signUpPerson(server.publicUrl)
    const before = { ...cookie }
    await api.auth.signIn.mutate({ email: account.email, password })
    expect(cookie.value).not.toBe(before.value)
    await expect(callerOf(server.publicUrl, before).account.get.query()).rejects.toMatchObject({ data: { httpStatus: 401 } })
    const planted = { value: `prologue=${randomUUID()}` }
    await callerOf(server.publicUrl, planted).auth.signIn.mutate({ email: account.email, password })
    expect((await callerOf(server.publicUrl, planted).account.get.query()).email).toBe(account.email)
    expect(planted.value).not.toMatch(/^prologue=[0-9a-f-]{36}$/)
  })
})
