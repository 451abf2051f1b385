import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { confirmEmailChange, requestEmailChange, sendVerification, signIn, verifyEmail } from '../auth/index.ts'
import { appCode, buildUser, ctxOf, entered, onEachDatabase, signedUp } from '../testing/index.ts'
import { beginTwoFactor, disableTwoFactor, enableTwoFactor } from '../twoFactor/index.ts'
import { setRole } from '../users/index.ts'
import { revokeOtherSessions, revokeSession, sessionsOn } from './index.ts'

onEachDatabase('a change of address that was asked for', (world) => {
  const nobody = () => ctxOf(world())
  type Person = Awaited<ReturnType<typeof signedUp>>

  const ends: Record<string, (person: Person) => Promise<unknown>> = {
    'one session is revoked': async (person) => {
      const { token } = entered(await signIn(nobody(), person))
      const { session } = await sessionsOn(world().database.knex).validateSession(token)
      await revokeSession(person.ctx, { id: session?.rowId ?? '' })
    },
    'the other sessions are revoked': ({ ctx }) => revokeOtherSessions(ctx),
    'a second factor is turned on': ({ ctx }) => turnOn(ctx),
    'a second factor is turned off': ({ ctx }) => disableTwoFactor(ctx),
    'the address is confirmed': async (person) => {
      await sendVerification(person.ctx)
      await verifyEmail(nobody(), { token: await world().mailbox.tokenTo(person.email), password: person.password })
    },
    'the role changes': async ({ id }) =>
      setRole(ctxOf(world(), await buildUser(world(), { role: 'admin' })), { id, role: 'admin' }),
  }

  async function turnOn(ctx: Person['ctx']) {
    const { secret } = await beginTwoFactor(ctx)
    return enableTwoFactor(ctx, { code: await appCode(secret) })
  }

  it.each(Object.keys(ends))('is off when %s', async (way) => {
    const person = await signedUp(world())
    if (way === 'a second factor is turned off') await turnOn(person.ctx)
    const email = `${randomUUID()}@example.com`
    await requestEmailChange(person.ctx, { email })
    const token = await world().mailbox.tokenTo(email)
    await ends[way]?.(person)
    await expect(confirmEmailChange(nobody(), { token })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
