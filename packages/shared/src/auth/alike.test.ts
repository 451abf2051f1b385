import { randomUUID } from 'node:crypto'
import { AppError } from '@prologue/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { User } from '../models/index.ts'
import { buildUser, ctxOf, entered, onEachDatabase, signedUp } from '../testing/index.ts'
import { deleteUser } from '../users/index.ts'
import { requestPasswordReset, resetPassword, sendVerification, signIn, signUp, verifyEmail } from './index.ts'

const password = 'a long enough password'
const unknownAddress = () => `${randomUUID()}@example.com`
const median = (of: number[]) => of.toSorted((one, other) => one - other)[Math.floor(of.length / 2)] ?? Number.NaN

/** Everything a call answers, whichever way it ends. */
async function answerOf(calling: Promise<unknown> | void) {
  try {
    return { answer: await calling }
  } catch (error) {
    return error instanceof AppError ? { code: error.code, message: error.message } : { error }
  }
}

onEachDatabase('enumeration, where mail goes out:', (world) => {
  beforeAll(() => void (world().mailbox.sends = true))
  afterAll(() => void (world().mailbox.sends = false))
  const nobody = () => ctxOf(world())
  const subjectsTo = async (email: string) => (await world().mailbox.to(email)).map(({ subject }) => subject)

  it('register answers alike, and the mail tells the rest', async () => {
    const known = await signedUp(world())
    const before = await User.query(world().database.knex).findById(known.id)
    const fresh = unknownAddress()
    const [taken, made] = [known.email.toUpperCase(), fresh].map((email) =>
      answerOf(signUp(nobody(), { name: 'Eve', email, password })),
    )
    expect(await taken).toEqual({ answer: { status: 'check-mail' } })
    expect(await made).toEqual(await taken)
    expect(await subjectsTo(fresh)).toEqual(['Confirm your address'])
    expect((await subjectsTo(known.email)).at(-1)).toBe('You have an account already')
    expect(await User.query(world().database.knex).findById(known.id)).toEqual(before)
  })

  it('register answers alike also to many at once with one address', async () => {
    const email = unknownAddress()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => answerOf(signUp(nobody(), { name: 'Eve', email, password }))))
    for (const answer of answers) expect(answer).toEqual({ answer: { status: 'check-mail' } })
    expect(await world().database.knex('users').where({ emailCanonical: email })).toHaveLength(1)
  })

  it('forgot answers alike and at once: it has not looked yet', async () => {
    const known = await signedUp(world())
    for (const email of [known.email, unknownAddress(), 'no address at all']) {
      expect(requestPasswordReset(nobody(), { email })).toBeUndefined()
    }
    expect((await subjectsTo(known.email)).at(-1)).toBe('Choose a new password')
  })

  it(
    'login answers alike for unknown, wrong, locked, deleted and not confirmed with a wrong password',
    { timeout: 20_000 },
    async () => {
      const [known, deleted, locked] = await Promise.all([signedUp(world()), signedUp(world()), signedUp(world())])
      await deleteUser(ctxOf(world(), await buildUser(world(), { role: 'admin' })), { id: deleted.id })
      for (let guess = 0; guess < 5; guess++) await answerOf(signIn(nobody(), { email: locked.email, password: 'wrong' }))
      const tries = [
        { email: unknownAddress(), password },
        { email: known.email, password: 'wrong' },
        { email: deleted.email, password: deleted.password },
        { email: locked.email, password: locked.password },
      ]
      const [first, ...others] = await Promise.all(tries.map((input) => answerOf(signIn(nobody(), input))))
      expect(first).toMatchObject({ code: 'UNAUTHENTICATED' })
      for (const other of others) expect(other).toEqual(first)
    },
  )

  it('an address that is not confirmed lets nobody in, and asking for it sends the link again', async () => {
    const email = unknownAddress()
    await signUp(nobody(), { name: 'Grace', email, password })
    // The account is made after the answer.
    await world().mailbox.settled()
    const asked = await answerOf(signIn(nobody(), { email, password }))
    expect(asked).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('Confirm your address first') })
    expect(await subjectsTo(email)).toEqual(['Confirm your address', 'Confirm your address'])
    await verifyEmail(nobody(), { token: await world().mailbox.tokenTo(email), password })
    expect(entered(await signIn(nobody(), { email, password })).account.email).toBe(email)
  })

  it('a new password by mail confirms the address as well', async () => {
    const email = unknownAddress()
    await signUp(nobody(), { name: 'Grace', email, password: 'somebody else chose it' })
    requestPasswordReset(nobody(), { email })
    await resetPassword(nobody(), { token: await world().mailbox.tokenTo(email), password })
    expect(entered(await signIn(nobody(), { email, password })).account.email).toBe(email)
  })

  it('forgot and verify mail 3/h/account, whoever asks for them', async () => {
    const person = await signedUp(world())
    for (let time = 0; time < 5; time++) requestPasswordReset(nobody(), person)
    const resets = (await subjectsTo(person.email)).filter((subject) => subject === 'Choose a new password')
    expect(resets).toHaveLength(3)

    // What strangers sign up with is counted by itself: they neither fill the mailbox of others nor use up what these ask for.
    for (let time = 0; time < 5; time++) await signUp(nobody(), { name: 'Eve', email: person.email, password })
    const refusals = (await subjectsTo(person.email)).filter((subject) => subject === 'You have an account already')
    expect(refusals).toHaveLength(3)
    const asking = await Promise.all([1, 2, 3, 4].map(() => answerOf(sendVerification(person.ctx))))
    // Signing up has sent one already.
    expect(asking.filter((answer) => 'code' in answer)).toHaveLength(2)
    expect(asking).toContainEqual({ code: 'RATE_LIMITED', message: expect.stringContaining('Wait') })
  })
})

onEachDatabase('where mail goes out', (world) => {
  it('the administrator of the setup link is signed in at once, and comes in again unconfirmed', async () => {
    world().mailbox.sends = true
    world().services.setup.token = 'the-token'
    const email = unknownAddress()
    const root = entered(await signUp(ctxOf(world()), { name: 'Root', email, password, setupToken: 'the-token' }))
    expect(root.account.role).toBe('admin')
    expect(await world().mailbox.to(email)).toMatchObject([{ subject: 'Confirm your address' }])
    expect(entered(await signIn(ctxOf(world()), { email, password })).account.id).toBe(root.account.id)
  })
})

onEachDatabase('a dummy hash for unknown accounts:', (world) => {
  it('unknown, wrong and locked take the same time', { timeout: 180_000 }, async () => {
    const nobody = () => ctxOf(world())
    const known = await Promise.all(Array.from({ length: 40 }, () => signedUp(world())))
    const locked = await signedUp(world())
    for (let guess = 0; guess < 5; guess++) await answerOf(signIn(nobody(), { email: locked.email, password: 'wrong' }))

    const timeOf = async (email: string) => {
      const begun = performance.now()
      await answerOf(signIn(nobody(), { email, password: 'wrong' }))
      return performance.now() - begun
    }
    // Each is compared with its neighbour in time, in turns: other work of the machine disturbs both or one pair of many.
    const ratios = { wrong: new Array<number>(), locked: new Array<number>() }
    for (const { email } of [...known, ...known, ...known]) {
      ratios.wrong.push((await timeOf(unknownAddress())) / (await timeOf(email)))
      ratios.locked.push((await timeOf(unknownAddress())) / (await timeOf(locked.email)))
    }
    // Loose, for machines that do other work; the bench asks for 5 %.
    for (const [kind, pairs] of Object.entries(ratios)) {
      expect(median(pairs), `unknown to ${kind}`).toBeGreaterThan(0.7)
      expect(median(pairs), `unknown to ${kind}`).toBeLessThan(1.4)
    }
  })
})
