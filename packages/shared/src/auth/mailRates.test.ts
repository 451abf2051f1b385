import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { memoryRates, rateTable } from '../rates/index.ts'
import { onEachDatabase, signedUp } from '../testing/index.ts'
import { requestEmailChange, sendVerification } from './index.ts'

onEachDatabase('mails that somebody asks for while signed in', (world) => {
  /** Somebody whom nobody has mailed yet, as the server counts. */
  async function somebody() {
    const { ctx, email } = await signedUp(world())
    return { email, ctx: { ...ctx, services: { ...ctx.services, rates: memoryRates() } } }
  }
  const refused = { code: 'RATE_LIMITED', retryAfter: rateTable['verify-mail'].seconds }

  it('are three an hour to new addresses, whichever these are', async () => {
    const { ctx } = await somebody()
    const asked = Array.from({ length: 4 }, () => `${randomUUID()}@example.com`)
    for (const email of asked.slice(0, 3)) await requestEmailChange(ctx, { email })
    const last = asked[3] ?? ''
    await expect(requestEmailChange(ctx, { email: last })).rejects.toMatchObject(refused)
    expect(await world().mailbox.to(last)).toEqual([])
    for (const email of asked.slice(0, 3)) expect(await world().mailbox.to(email)).toHaveLength(1)
  })

  it('are three an hour to confirm the address', async () => {
    const { ctx, email } = await somebody()
    const before = (await world().mailbox.to(email)).length
    for (let round = 0; round < 3; round++) await sendVerification(ctx)
    await expect(sendVerification(ctx)).rejects.toMatchObject(refused)
    expect(await world().mailbox.to(email)).toHaveLength(before + 3)
  })
})
