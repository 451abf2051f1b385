import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withTransaction, type Ctx } from '../context.ts'
import type { Mail } from '../mail/index.ts'
import { User } from '../models/index.ts'
import { ctxOf, entered, onEachDatabase, signedUp, somebodySecured } from '../testing/index.ts'
import { requestPasswordReset, resetPassword, sendVerification, signIn, signUp, verifyEmail } from './index.ts'
import { claimMailedToken, issueToken } from './userTokens.ts'

const theirs = 'what the stranger chose'
const own = 'what the owner chose'
const address = () => `${randomUUID()}@example.com`

onEachDatabase('an address that nobody has proved', (world) => {
  beforeAll(() => void (world().mailbox.sends = true))
  afterAll(() => void (world().mailbox.sends = false))
  const nobody = () => ctxOf(world())
  const accountsOf = (email: string) => world().database.knex('users').where({ emailCanonical: email })

  /** Signs up and waits for the mail, which is written after the answer. */
  async function signUpWith(email: string, name: string, password: string) {
    await signUp(nobody(), { name, email, password })
    await world().mailbox.settled()
  }

  it('is not kept from its owner by a stranger who signed up with it first', async () => {
    const email = address()
    await signUpWith(email, 'Stranger', theirs)
    await signUpWith(email, 'Owner', own)
    expect(await accountsOf(email)).toHaveLength(1)
    const token = await world().mailbox.tokenTo(email)
    await expect(verifyEmail(nobody(), { token, password: theirs })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await verifyEmail(nobody(), { token, password: own })).toMatchObject({ email })
    expect(entered(await signIn(nobody(), { email, password: own })).account.name).toBe('Owner')
    await expect(signIn(nobody(), { email, password: theirs })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('is not confirmed for a stranger by its owner, who did not choose the password', async () => {
    const email = address()
    await signUpWith(email, 'Owner', own)
    await signUpWith(email, 'Stranger', theirs)
    const token = await world().mailbox.tokenTo(email)
    await expect(verifyEmail(nobody(), { token, password: own })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('not the password'),
    })
    await expect(signIn(nobody(), { email, password: theirs })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('leaves an account alone that was used before mail went out, and one that is confirmed', async () => {
    const used = await signedUp(world())
    await signUpWith(used.email, 'Stranger', theirs)
    expect((await world().mailbox.to(used.email)).at(-1)?.subject).toBe('You have an account already')
    const token = await issueLink(used)
    await verifyEmail(nobody(), { token, password: used.password })
    await signUpWith(used.email, 'Stranger', theirs)
    expect(entered(await signIn(nobody(), used)).account.name).toBe('Grace')
  })

  /** A link that confirms the address. */
  async function issueLink({ id: userId, email }: { id: string; email: string }) {
    await world().mailbox.settled()
    return withTransaction(nobody(), (tx) => issueToken(tx, { userId, email, purpose: 'verify-email' }))
  }

  it('counts guesses of the password that the link asks for', async () => {
    const person = await signedUp(world())
    const token = await issueLink(person)
    for (let guess = 0; guess < 5; guess++) {
      await expect(verifyEmail(nobody(), { token, password: theirs })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await expect(verifyEmail(nobody(), { token, password: person.password })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('signing up with it is answered before anything is looked up', async () => {
    const known = await signedUp(world())
    await world().mailbox.settled()
    const held: (() => Promise<Mail | null>)[] = []
    const { services } = world()
    const mail = { ...services.mail, sends: true, post: (write: () => Promise<Mail | null>) => void held.push(write) }
    const ctx: Ctx = { ...nobody(), services: { ...services, mail } }
    const asked: string[] = []
    const listen = ({ sql }: { sql: string }) => void asked.push(sql)
    world().database.knex.on('query', listen)
    const fresh = address()
    for (const email of [known.email, fresh]) await signUp(ctx, { name: 'Eve', email, password: own })
    world().database.knex.off('query', listen)
    // What administrators have set is the same for everybody.
    expect(asked.map((sql) => sql.replaceAll('`', ''))).toEqual([
      'select settings.* from settings',
      'select settings.* from settings',
    ])
    expect(await accountsOf(fresh)).toEqual([])
    const subjects = await Promise.all(held.map(async (write) => (await write())?.subject))
    expect(subjects).toEqual(['You have an account already', 'Confirm your address'])
  })

  it('has mails without the name that somebody signed up with', async () => {
    const email = address()
    await signUpWith(email, 'Win at https://evil.example', own)
    requestPasswordReset(nobody(), { email })
    const mails = await world().mailbox.to(email)
    expect(mails).toHaveLength(2)
    expect(JSON.stringify(mails)).not.toContain('evil')
  })

  it('takes a second factor from before with the first password that is set by mail', async () => {
    world().mailbox.sends = false
    const { account, input } = await somebodySecured(world())
    const resetBy = async () => {
      requestPasswordReset(nobody(), input)
      await resetPassword(nobody(), { token: await world().mailbox.tokenTo(input.email), password: own })
      return signIn(nobody(), { ...input, password: own })
    }
    // Without mail the link proves nothing.
    expect(await resetBy()).toMatchObject({ status: 'second-factor' })
    world().mailbox.sends = true
    await world().database.knex('users').where({ id: account.id }).update({ role: 'admin' })
    expect(await resetBy()).toMatchObject({ status: 'second-factor' })
    await world().database.knex('users').where({ id: account.id }).update({ role: 'user', emailVerifiedAt: null })
    expect(await resetBy()).toMatchObject({ status: 'signed-in' })
    expect(await world().database.knex('user_recovery_codes').where({ userId: account.id })).toEqual([])
  })
})

onEachDatabase('links of an account', (world) => {
  const nobody = () => ctxOf(world())
  const dead = { code: 'NOT_FOUND', message: expect.stringContaining('not valid (any more)') }

  it('are worth nothing where the account has another address by now', async () => {
    const person = await signedUp(world())
    await sendVerification(person.ctx)
    const verification = await world().mailbox.tokenTo(person.email)
    requestPasswordReset(nobody(), person)
    const reset = await world().mailbox.tokenTo(person.email)
    const email = address()
    await world().database.knex('users').where({ id: person.id }).update({ email, emailCanonical: email })
    await expect(verifyEmail(nobody(), { token: verification, password: person.password })).rejects.toMatchObject(dead)
    await expect(resetPassword(nobody(), { token: reset, password: own })).rejects.toMatchObject(dead)
  })

  it('are issued by who holds the account: who uses one meanwhile is not disturbed', async () => {
    const { id: userId, email } = await signedUp(world())
    await world().mailbox.settled()
    const given = { userId, email, purpose: 'verify-email' } as const
    const token = await withTransaction(nobody(), (tx) => issueToken(tx, given))
    const tries = { issue: 0, use: 0 }
    let issuing: Promise<string> | undefined
    await withTransaction(nobody(), async (tx) => {
      tries.use++
      const user = await User.with(tx).findById(userId).forUpdate().throwIfNotFound()
      issuing ??= withTransaction(nobody(), (other) => {
        tries.issue++
        return issueToken(other, given)
      })
      await wait(200)
      await claimMailedToken(tx, token, { purpose: 'verify-email', user })
    })
    await issuing
    // Neither stood in the other's way and had to begin again.
    expect(tries).toEqual({ issue: 1, use: 1 })
  })

  it('of 20 issued at once one is live', async () => {
    const { id: userId, email } = await signedUp(world())
    const issue = () => withTransaction(nobody(), (tx) => issueToken(tx, { userId, email, purpose: 'reset-password' }))
    const issued = await Promise.all(Array.from({ length: 20 }, issue))
    expect(new Set(issued).size).toBe(20)
    expect(await world().database.knex('user_tokens').where({ userId, purpose: 'reset-password' })).toHaveLength(1)
  })
})
