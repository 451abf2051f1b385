import { AppError } from '@prologue/contracts'
import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { buildUser, ctxOf, entered, onEachDatabase, signedUp } from '../testing/index.ts'
import { unlockUser } from '../users/index.ts'
import { changePassword, requestPasswordReset, resetPassword, signIn } from './index.ts'

const wrong = 'not the password'

/** What a call was refused with. */
async function refusalOf(acting: Promise<unknown>) {
  const error = await acting.then(
    () => null,
    (error: unknown) => error,
  )
  return error instanceof AppError ? { code: error.code, message: error.message } : error
}

onEachDatabase('lockout', (world) => {
  const nobody = () => ctxOf(world())
  const at = (time: number): Ctx => ({ ...nobody(), now: () => new Date(time) })
  const accountOf = async (id: string) => world().database.knex('users').where({ id }).first()

  /** Of each refused try in the audit, the how manieth it was; null where it was not judged. */
  async function countsOf(id: string): Promise<(number | null)[]> {
    const rows = await world().database.knex('audit_logs').where({ entityId: id, action: 'sign-in-refused' }).pluck('metadata')
    return rows.map((metadata) => (typeof metadata === 'string' ? JSON.parse(metadata) : metadata).count ?? null)
  }

  async function locked() {
    const person = await signedUp(world())
    for (let guess = 0; guess < 5; guess++) await refusalOf(signIn(nobody(), { email: person.email, password: wrong }))
    return person
  }

  it('reserved atomically before hashing: of 50 parallel guesses 5 are judged', async () => {
    const person = await signedUp(world())
    const guesses = Array.from({ length: 50 }, () => refusalOf(signIn(nobody(), { email: person.email, password: wrong })))
    const refusals = await Promise.all(guesses)
    const unknown = await refusalOf(signIn(nobody(), { email: 'nobody@example.com', password: wrong }))
    expect(unknown).toMatchObject({ code: 'UNAUTHENTICATED' })
    for (const refusal of refusals) expect(refusal).toEqual(unknown)
    const judged = (await countsOf(person.id)).filter((count) => count !== null)
    expect(judged.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5])
    expect(await accountOf(person.id)).toMatchObject({ failedSignIns: 5 })

    // The right one is not looked at either, and answered the same.
    expect(await refusalOf(signIn(nobody(), person))).toEqual(unknown)
    const reset = () => signIn(nobody(), { email: person.email, password: 'another long password' })
    requestPasswordReset(nobody(), person)
    await resetPassword(nobody(), { token: await world().mailbox.tokenTo(person.email), password: 'another long password' })
    expect(entered(await reset()).account.id).toBe(person.id)
    expect(await accountOf(person.id)).toMatchObject({ failedSignIns: 0, lockedUntil: null })
  })

  it(
    'per-account growing delay, never permanent: 30 seconds at first, a quarter of an hour at most',
    { timeout: 20_000 },
    async () => {
      const person = await signedUp(world())
      let now = Date.now()
      for (let guess = 0; guess < 4; guess++) await refusalOf(signIn(at(now), { email: person.email, password: wrong }))
      expect(await accountOf(person.id)).toMatchObject({ failedSignIns: 4, lockedUntil: null })
      const delays: number[] = []
      for (let count = 5; count <= 12; count++) {
        await refusalOf(signIn(at(now), { email: person.email, password: wrong }))
        const { failedSignIns, lockedUntil } = await accountOf(person.id)
        expect(failedSignIns).toBe(count)
        delays.push((new Date(lockedUntil).getTime() - now) / 1_000)
        // A moment before it ends, the right password does not help; and no try then makes it longer.
        now = new Date(lockedUntil).getTime()
        expect(await refusalOf(signIn(at(now - 1), person))).toMatchObject({ code: 'UNAUTHENTICATED' })
        expect(new Date((await accountOf(person.id)).lockedUntil).getTime()).toBe(now)
      }
      expect(delays).toEqual([30, 60, 120, 240, 480, 900, 900, 900])
      expect(entered(await signIn(at(now), person)).account.id).toBe(person.id)
      expect(await accountOf(person.id)).toMatchObject({ failedSignIns: 0, lockedUntil: null })
    },
  )

  it('an admin can unlock, and nobody else', async () => {
    const person = await locked()
    const attempt = (ctx: Ctx) => refusalOf(unlockUser(ctx, { id: person.id }))
    expect(await attempt(nobody())).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await attempt(person.ctx)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusalOf(signIn(nobody(), person))).toMatchObject({ code: 'UNAUTHENTICATED' })
    const admin = ctxOf(world(), await buildUser(world(), { role: 'admin' }))
    await unlockUser(admin, { id: person.id })
    expect(entered(await signIn(nobody(), person)).account.id).toBe(person.id)
    const [audited] = await world().database.knex('audit_logs').where({ entityId: person.id, requestId: admin.requestId })
    expect(audited).toMatchObject({ action: 'update' })
    expect(JSON.stringify(audited)).toContain('lockedUntil')
  })

  it('the owner gets one mail when it begins, and none for a password that was right in the end', async () => {
    const subject = 'Somebody tries to sign in to your account'
    const mailsTo = async (email: string) => (await world().mailbox.to(email)).filter((mail) => mail.subject === subject)
    const person = await locked()
    for (let guess = 0; guess < 3; guess++) await refusalOf(signIn(nobody(), { email: person.email, password: wrong }))
    const mails = await mailsTo(person.email)
    expect(mails).toHaveLength(1)
    // Whether the password is known nobody can tell, so nothing is said of it.
    expect(mails[0]?.text).toContain('Was it not you? Choose a long password')
    expect(mails[0]?.text).not.toContain('knows your password')

    const careless = await signedUp(world())
    for (let guess = 0; guess < 4; guess++) await refusalOf(signIn(nobody(), { email: careless.email, password: wrong }))
    expect(entered(await signIn(nobody(), careless)).account.id).toBe(careless.id)
    expect(await mailsTo(careless.email)).toEqual([])
    expect(await accountOf(careless.id)).toMatchObject({ failedSignIns: 0, lockedUntil: null })
  })

  it('a stolen session has no more tries at the password than a stranger', async () => {
    const person = await signedUp(world())
    const attempt = (currentPassword: string) =>
      refusalOf(changePassword(person.ctx, { currentPassword, password: 'another long password' }))
    for (let guess = 0; guess < 5; guess++) expect(await attempt(wrong)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await attempt(person.password)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await refusalOf(signIn(nobody(), person))).toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('somebody who signs in now and then is not locked out by tries of long ago', async () => {
    const person = await signedUp(world())
    for (let day = 0; day < 3; day++) {
      for (let guess = 0; guess < 4; guess++) await refusalOf(signIn(nobody(), { email: person.email, password: wrong }))
      expect(entered(await signIn(nobody(), person)).account.id).toBe(person.id)
    }
  })
})
