import { expect, it } from 'vitest'
import { onEachServer } from '../testing/onEachServer.ts'
import { signUpPerson } from '../testing/people.ts'

const day = 86_400_000

onEachServer('the cookie of a session', ({ url, world }) => {
  it('is set again in its second week, so that the browser keeps it as long as the session lasts', async () => {
    const { account, cookie } = await signUpPerson(url())
    const session = () => world().database.knex('sessions').where({ userId: account.id })
    const ask = async () => {
      const response = await fetch(`${url()}/trpc/account.get`, { headers: { cookie: cookie.value } })
      expect(response.status).toBe(200)
      return response.headers.getSetCookie()
    }
    expect(await ask()).toEqual([])
    await session().update({ lastSeenAt: new Date(Date.now() - 8 * day), expiresAt: new Date(Date.now() + 6 * day) })
    const [set = ''] = await ask()
    const [pair, ...attributes] = set.split('; ')
    expect(pair).toBe(cookie.value)
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'Path=/', 'SameSite=Lax']))
    const seconds = Number(attributes.find((attribute) => attribute.startsWith('Max-Age='))?.slice(8))
    expect(seconds * 1_000).toBeGreaterThanOrEqual(14 * day)
    // From then on it is good for two more weeks.
    expect(await ask()).toEqual([])
  })
})
