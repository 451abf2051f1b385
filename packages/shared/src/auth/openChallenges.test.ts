import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { appCode, onEachDatabase, somebodySecured } from '../testing/index.ts'
import {
  changePassword,
  confirmEmailChange,
  confirmSecondFactor,
  requestEmailChange,
  requestPasswordReset,
  resetPassword,
} from './index.ts'

const password = 'another long enough password'

type Secured = Awaited<ReturnType<typeof somebodySecured>>

/** Brings the code that the app shows. */
const finish = async ({ anonymous, secret, later }: Secured, challenge: string) =>
  confirmSecondFactor(anonymous, { challenge, code: await appCode(secret, later) })

onEachDatabase('a sign-in that waits for its code', (world) => {
  const changes: Record<string, (parts: Secured) => Promise<unknown>> = {
    'the password was changed': ({ ctx, input }) => changePassword(ctx, { currentPassword: input.password, password }),
    async 'the password was reset by mail'({ ctx, input, anonymous }) {
      requestPasswordReset(ctx, { email: input.email })
      await resetPassword(anonymous, { token: await world().mailbox.tokenTo(input.email), password })
    },
    async 'the address was changed'({ ctx, anonymous }) {
      const email = `${randomUUID()}@example.com`
      await requestEmailChange(ctx, { email })
      await confirmEmailChange(anonymous, { token: await world().mailbox.tokenTo(email) })
    },
  }

  it.each(Object.keys(changes))('is over where %s meanwhile, with the right code as well', async (name) => {
    const somebody = await somebodySecured(world())
    const { account } = somebody
    const open = await somebody.challenge()
    await changes[name]?.(somebody)
    const sessions = () => world().database.knex('sessions').where({ userId: account.id }).pluck('id')
    const before = await sessions()
    await expect(finish(somebody, open)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await sessions()).toEqual(before)
  })

  it('goes on where nothing changed', async () => {
    const somebody = await somebodySecured(world())
    expect(await finish(somebody, await somebody.challenge())).toMatchObject({ account: { id: somebody.account.id } })
  })
})
