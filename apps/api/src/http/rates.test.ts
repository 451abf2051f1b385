import { rateTable } from '@prologue/shared'
import { describe, expect, it } from 'vitest'
import { onSqliteServer } from '../testing/onEachServer.ts'
import { callerOf, signUpPerson } from '../testing/people.ts'
import { codeOf, callByHand } from '../testing/callByHand.ts'

const { url } = onSqliteServer()

const { points } = rateTable['follow-link']

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })

/** Follows a link that does not exist, from an address. */
const follow = (address: string) => callByHand(url(), 'shares.look', { input: { token: 'none' }, ...from(address) })

/** The codes of so many calls at once. */
const codes = async (times: number, call: (index: number) => Promise<Response>) =>
  Promise.all(Array.from({ length: times }, (_, index) => call(index).then(codeOf)))

describe('a limit', () => {
  it('is told with every answer, and how long to wait with a refusal', async () => {
    const first = await follow('203.0.113.1')
    expect(first.headers.get('ratelimit-policy')).toBe('"call";q=1200;w=60, "follow-link";q=30;w=60')
    expect(first.headers.get('ratelimit')).toBe('"call";r=1199;t=60, "follow-link";r=29;t=60')
    expect(first.headers.get('retry-after')).toBeNull()
    await codes(points - 1, () => follow('203.0.113.1'))
    const refused = await follow('203.0.113.1')
    expect(refused.status).toBe(429)
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(50)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(refused.headers.get('ratelimit')).toContain(`"follow-link";r=0;t=${seconds}`)
    expect(JSON.stringify(await refused.json())).toContain(`Wait ${seconds} seconds and try again.`)
  })

  it('counts the calls of a batch and not the request', async () => {
    const paths = Array.from({ length: 10 }, () => 'shares.look').join(',')
    const inputs = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [index, { json: { token: 'none' } }]))
    const batch = () =>
      callByHand(url(), `${paths}?batch=1`, { body: JSON.stringify(inputs), headers: { 'x-forwarded-for': '203.0.113.2' } })
    const answer = await batch()
    expect(answer.headers.get('ratelimit')).toMatch(/"call";r=1190;t=\d+, "follow-link";r=20;t=\d+/)
    await batch()
    await batch()
    const refused = await batch()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await codeOf(await follow('203.0.113.2'))).toBe('RATE_LIMITED')
  })

  it('is one for all addresses of an IPv6 customer, and another for the next', async () => {
    await codes(points, (index) => follow(`2001:db8:0:7::${index.toString(16)}`))
    expect(await codeOf(await follow('2001:db8:0:7:ffff::1'))).toBe('RATE_LIMITED')
    expect(await codeOf(await follow('2001:db8:0:8::1'))).toBe('NOT_FOUND')
  })

  it('is not evaded by what a caller writes into X-Forwarded-For itself', async () => {
    const all = await codes(points + 5, (index) => follow(`198.51.100.${index}, 10.0.0.${index}, 203.0.113.3`))
    expect(all.filter((code) => code === 'RATE_LIMITED')).toHaveLength(5)
  })

  it('of a person is theirs wherever they are, and nobody else’s at the same address', async () => {
    const ada = await signUpPerson(url(), 'Ada')
    const grace = await signUpPerson(url(), 'Grace')
    const search = (cookie: string, address: string) =>
      fetch(`${url()}/trpc/search.query?input=${encodeURIComponent('{"json":{"kind":"templates","text":""}}')}`, {
        headers: { cookie, 'x-forwarded-for': address },
      })
    await codes(rateTable.search.points, (index) => search(ada.cookie.value, `203.0.113.${index}`))
    expect(await codeOf(await search(ada.cookie.value, '203.0.113.200'))).toBe('RATE_LIMITED')
    expect((await search(grace.cookie.value, '203.0.113.1')).status).toBe(200)
    expect((await search('', '203.0.113.1')).status).toBe(200)
  })
})

describe('every procedure', () => {
  it('has the general limit of whoever calls, whether or not they may', async () => {
    const paths = Array.from({ length: 10 }, () => 'auth.me').join(',')
    const batch = () => fetch(`${url()}/trpc/${paths}?batch=1`, from('203.0.113.4')).then((answer) => answer.status)
    const statuses = await Promise.all(Array.from({ length: rateTable.call.points / 10 }, batch))
    expect(new Set(statuses)).toEqual(new Set([200]))
    for (const path of ['conversations.create', 'users.delete', 'templates.create', 'auth.signOut']) {
      expect(await codeOf(await callByHand(url(), path, from('203.0.113.4'))), path).toBe('RATE_LIMITED')
    }
    expect((await fetch(`${url()}/trpc/auth.me`, from('203.0.113.5'))).status).toBe(200)
  })
})

describe('signing in', () => {
  it('is limited to ten tries a minute from one address, whoever is tried', async () => {
    const tries = await codes(15, (index) =>
      callByHand(url(), 'auth.signIn', {
        input: { email: `nobody${index}@example.com`, password: 'wrong password' },
        ...from('203.0.113.6'),
      }),
    )
    expect(tries.filter((code) => code === 'RATE_LIMITED')).toHaveLength(5)
  })
})

describe('a batch that is partly refused', () => {
  it('answers what is allowed', async () => {
    const person = await signUpPerson(url(), 'Joan')
    const api = callerOf(url(), person.cookie)
    const searches = Array.from({ length: rateTable.search.points }, () =>
      api.search.query.query({ kind: 'templates', text: '' }),
    )
    await Promise.all(searches)
    const [search, list] = await Promise.allSettled([
      api.search.query.query({ kind: 'templates', text: '' }),
      api.conversations.list.query({}),
    ])
    expect(search).toMatchObject({
      status: 'rejected',
      reason: { data: { httpStatus: 429, wire: { retryAfter: expect.any(Number) } } },
    })
    expect(list).toMatchObject({ status: 'fulfilled' })
  })
})
