import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { sessionsOn } from '../sessions/index.ts'
import { buildUser, ctxOf, entered, onEachDatabase, signedUp } from '../testing/index.ts'
import { hashToken } from '../tokens.ts'
import { deleteUser } from '../users/index.ts'
import {
  changePassword,
  confirmEmailChange,
  requestEmailChange,
  requestPasswordReset,
  resetPassword,
  sendVerification,
  signIn,
  verifyEmail,
} from './index.ts'

const password = 'another long password'
const refused = { code: 'NOT_FOUND', message: expect.stringContaining('not valid (any more)') }

onEachDatabase('reset and verify tokens', (world) => {
  const nobody = () => ctxOf(world())
  const later = (minutes: number): Ctx => ({ ...nobody(), now: () => new Date(Date.now() + minutes * 60_000) })
  const sessionOf = async (token: string) => (await sessionsOn(world().database.knex).validateSession(token)).session

  async function forgetful() {
    const person = await signedUp(world())
    requestPasswordReset(nobody(), { email: person.email.toUpperCase() })
    return { ...person, link: await world().mailbox.tokenTo(person.email) }
  }

  it('20 parallel redemptions: one succeeds', async () => {
    const person = await forgetful()
    const passwords = Array.from({ length: 20 }, (_, number) => `the password number ${number}`)
    const redemptions = passwords.map((password) => resetPassword(nobody(), { token: person.link, password }))
    const results = await Promise.allSettled(redemptions)
    const winners = passwords.filter((_, index) => results[index]?.status === 'fulfilled')
    expect(winners).toHaveLength(1)
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    for (const refusal of refusals) expect(refusal).toMatchObject(refused)
    // The password of the one that was told so is the one that counts.
    expect(entered(await signIn(nobody(), { email: person.email, password: winners[0] ?? '' })).account.id).toBe(person.id)

    await sendVerification(person.ctx)
    const token = await world().mailbox.tokenTo(person.email)
    const verifications = await Promise.allSettled(
      passwords.map(() => verifyEmail(nobody(), { token, password: winners[0] ?? '' })),
    )
    expect(verifications.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('at least 128 bits, SHA-256 stored and nothing else of them', async () => {
    const { link, id } = await forgetful()
    expect(Buffer.from(link, 'base64url').length * 8).toBe(256)
    const rows = await world().database.knex('user_tokens').where({ userId: id })
    expect(rows.map(({ tokenHash }) => tokenHash)).toContain(hashToken(link))
    const { knex } = world().database
    expect(JSON.stringify([rows, await knex('audit_logs').where({ entityId: id })])).not.toContain(link)
  })

  it('token columns: a case-flipped token is refused, and so is a flipped digest of it', async () => {
    const { link } = await forgetful()
    const flipped = link.replaceAll(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()))
    await expect(resetPassword(nobody(), { token: flipped, password })).rejects.toMatchObject(refused)
    const { knex } = world().database
    const digest = hashToken(link)
    expect(await knex('user_tokens').where({ tokenHash: digest.toUpperCase() })).toEqual([])
    expect(await knex('user_tokens').where({ tokenHash: digest })).toHaveLength(1)
    await resetPassword(nobody(), { token: link, password })
  })

  it('one purpose: of one kind it is not good for another', async () => {
    const person = await forgetful()
    await sendVerification(person.ctx)
    const verification = await world().mailbox.tokenTo(person.email)
    const next = `${randomUUID()}@example.com`
    await requestEmailChange(person.ctx, { email: next })
    const change = await world().mailbox.tokenTo(next)
    for (const token of [verification, change]) {
      await expect(resetPassword(nobody(), { token, password })).rejects.toMatchObject(refused)
    }
    for (const token of [person.link, change])
      await expect(verifyEmail(nobody(), { token, password: person.password })).rejects.toMatchObject(refused)
    for (const token of [person.link, verification]) {
      await expect(confirmEmailChange(nobody(), { token })).rejects.toMatchObject(refused)
    }
    // None of that used them up.
    expect(await world().database.knex('user_tokens').where({ userId: person.id, usedAt: null })).toHaveLength(3)
    expect(await confirmEmailChange(nobody(), { token: change })).toMatchObject({ email: next })
  })

  it('1 h: after that it is refused', async () => {
    const { link } = await forgetful()
    await expect(resetPassword(later(60), { token: link, password })).rejects.toMatchObject(refused)
    await resetPassword(later(59), { token: link, password })
  })

  it('void after a password change, whichever way it came about', async () => {
    const person = await forgetful()
    const next = `${randomUUID()}@example.com`
    await requestEmailChange(person.ctx, { email: next })
    const change = await world().mailbox.tokenTo(next)
    await changePassword(person.ctx, { currentPassword: person.password, password })
    await expect(resetPassword(nobody(), { token: person.link, password })).rejects.toMatchObject(refused)
    await expect(confirmEmailChange(nobody(), { token: change })).rejects.toMatchObject(refused)

    const other = await forgetful()
    await sendVerification(other.ctx)
    const verification = await world().mailbox.tokenTo(other.email)
    await resetPassword(nobody(), { token: other.link, password })
    await expect(verifyEmail(nobody(), { token: verification, password })).rejects.toMatchObject(refused)
  })

  it('a new one makes the older one void', async () => {
    const { link, email } = await forgetful()
    requestPasswordReset(nobody(), { email })
    const newer = await world().mailbox.tokenTo(email)
    await expect(resetPassword(nobody(), { token: link, password })).rejects.toMatchObject(refused)
    await resetPassword(nobody(), { token: newer, password })
  })

  it('of an account that was deleted they are good for nothing', async () => {
    const { link, id } = await forgetful()
    await deleteUser(ctxOf(world(), await buildUser(world(), { role: 'admin' })), { id })
    await expect(resetPassword(nobody(), { token: link, password })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('links from the configured address, with the token in the part that is sent to nobody', async () => {
    const { email, link } = await forgetful()
    const mail = (await world().mailbox.to(email)).at(-1)
    expect(mail?.link).toBe(`${world().services.publicUrl}/reset#${link}`)
    expect(mail?.text).toContain(mail?.link)
    expect(mail?.html).toContain(`href="${mail?.link}"`)
  })

  it('all sessions end on a new password, and on a verification; the browser that made it gets a new one', async () => {
    const person = await forgetful()
    const elsewhere = entered(await signIn(nobody(), person))
    await sendVerification(person.ctx)
    const verified = await verifyEmail(person.ctx, {
      token: await world().mailbox.tokenTo(person.email),
      password: person.password,
    })
    for (const token of [person.token, elsewhere.token]) expect(await sessionOf(token)).toBeNull()
    expect((await sessionOf(verified.token ?? ''))?.userId).toBe(person.id)
    expect(world().sent).toContainEqual({ event: 'access:session', id: person.sessionId })

    requestPasswordReset(nobody(), { email: person.email })
    await resetPassword(nobody(), { token: await world().mailbox.tokenTo(person.email), password })
    expect(await sessionOf(verified.token ?? '')).toBeNull()
    expect((await world().mailbox.to(person.email)).at(-1)?.subject).toBe('Your password was changed')

    // Whoever opens the link in another browser is not signed in by it.
    const stranger = await signedUp(world())
    await sendVerification(stranger.ctx)
    const token = await world().mailbox.tokenTo(stranger.email)
    expect(await verifyEmail(person.ctx, { token, password: stranger.password })).toEqual({ email: stranger.email, token: null })
  })
})
