import { connect as connectTcp } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenServer } from '../openServer.ts'
import { engines } from '@prologue/shared/testing'
import { openTestServer } from '../testing/openTestServer.ts'
import { callerOf, signUpPerson } from '../testing/people.ts'

let server: OpenServer
let place: { url: string; drop(): Promise<void> } | undefined
let url: string

beforeAll(async () => {
  place = await engines.find(({ name }) => name === 'SQLite')?.create()
  server = await openTestServer(place?.url ?? '')
  url = server.publicUrl
})
afterAll(async () => {
  await server.close()
  await place?.drop()
})

const post = (path: string, init: RequestInit & { headers?: Record<string, string> }) =>
  fetch(`${url}${path}`, { method: 'POST', body: '{"json":{}}', ...init })
const json = { 'content-type': 'application/json' }

describe('a request that changes something', () => {
  it('is taken from our own page only', async () => {
    const { port } = new URL(url)
    const refused: Record<string, string>[] = [
      json,
      { ...json, origin: 'https://evil.example' },
      { ...json, origin: `http://evil.example:${port}` },
      { ...json, origin: 'null' },
      { ...json, 'sec-fetch-site': 'cross-site' },
      { ...json, 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of refused)
      expect((await post('/trpc/auth.signOut', { headers })).status, JSON.stringify(headers)).toBe(403)
    const taken: Record<string, string>[] = [
      { ...json, origin: url },
      { ...json, origin: `http://localhost:${port}` },
      { ...json, 'sec-fetch-site': 'same-origin' },
    ]
    for (const headers of taken) expect((await post('/trpc/auth.signOut', { headers })).status, JSON.stringify(headers)).toBe(200)
  })

  it('is JSON: what a form of another site could send is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const response = await post('/trpc/auth.signOut', { headers: { origin: url, 'content-type': type } })
      expect(response.status, type).toBe(400)
      expect(await response.json()).toMatchObject({ error: { code: 'VALIDATION' } })
    }
  })

  it('is not made by GET', async () => {
    expect((await fetch(`${url}/trpc/auth.signOut?input={}`)).status).toBe(400)
  })

  it('may be larger than what we take, and is refused with what to do', async () => {
    const response = await post('/trpc/auth.signIn', { headers: { ...json, origin: url }, body: 'x'.repeat(1_100_000) })
    expect(response.status).toBe(413)
    expect(JSON.stringify(await response.json())).toContain('Shorten it')
  })
})

describe('an answer', () => {
  it('lets no script of others run and no page frame it', async () => {
    const response = await fetch(`${url}/health`)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy.split(';').toSorted()).toEqual(
      [
        "base-uri 'none'",
        "default-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "object-src 'none'",
        "style-src 'self' 'unsafe-inline'",
      ].toSorted(),
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('tells a failure by code and sentence', async () => {
    const caller = callerOf(url, { value: '' })
    const error: unknown = await caller.conversations.list.query({}).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ data: { httpStatus: 401, wire: { code: 'UNAUTHENTICATED', message: 'Sign in to go on.' } } })
  })

  it('says that there is nothing at an address of machines', async () => {
    for (const path of ['/trpc/no.such', '/api/v1/none', '/socket.io/none', '/assets/none.js']) {
      const response = await fetch(`${url}${path}`)
      expect([400, 404], path).toContain(response.status)
      expect(response.headers.get('content-type'), path).toContain('application/json')
    }
  })

  it('tells that the process lives and that it is ready', async () => {
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'alive' })
    expect(await (await fetch(`${url}/ready`)).json()).toEqual({ status: 'ready' })
  })
})

describe('a session cookie', () => {
  it('is out of reach of scripts and of other sites, and gone after signing out', async () => {
    const headers = { ...json, origin: url }
    const body = JSON.stringify({ json: { name: 'Ada', email: 'cookie@example.com', password: 'a long enough password' } })
    const signedUp = await post('/trpc/auth.signUp', { headers, body })
    const [cookie] = signedUp.headers.getSetCookie()
    expect(cookie).toMatch(/^prologue=[a-z0-9]{40}; /)
    for (const attribute of ['Path=/', 'HttpOnly', 'SameSite=Lax']) expect(cookie).toContain(attribute)
    const out = await post('/trpc/auth.signOut', { headers: { ...headers, cookie: cookie?.split(';')[0] ?? '' } })
    expect(out.headers.getSetCookie()[0]).toMatch(/^prologue=; /)
    const me = await fetch(`${url}/trpc/auth.me`, { headers: { cookie: cookie?.split(';')[0] ?? '' } })
    expect(JSON.stringify(await me.json())).toContain('"account":null')
  })
})

const paths = (count: number) => Array.from({ length: count }, () => 'auth.me').join(',')

describe('input of any shape', () => {
  it('is answered with a code of the contract, by the same process', async () => {
    const person = await signUpPerson(url, 'Mallory')
    const headers = { ...json, origin: url, cookie: person.cookie.value }
    const inputs = [
      '',
      '{',
      'null',
      '[]',
      '{"json":{"__proto__":{"polluted":true}}}',
      '{"json":{"id":{"not":"scalar"}}}',
      '"\\ud800"',
    ]
    for (const path of ['auth.signIn', 'conversations.rename', 'prompts.send', 'shares.accept', 'drafts.applyPrompt']) {
      for (const body of inputs) {
        const response = await post(`/trpc/${path}`, { headers, body })
        expect(response.status, `${path} ${body}`).toBeGreaterThanOrEqual(400)
        expect(response.status, `${path} ${body}`).toBeLessThan(500)
      }
    }
    expect('polluted' in {}).toBe(false)
  })

  it('is refused in batches of more than ten', async () => {
    expect((await fetch(`${url}/trpc/${paths(10)}?batch=1`)).status).toBe(200)
    expect((await fetch(`${url}/trpc/${paths(11)}?batch=1`)).status).toBe(400)
    expect((await fetch(`${url}/trpc/${paths(1_000)}?batch=1`)).status).toBeGreaterThanOrEqual(400)
  })

  it('may be half an HTTP request', async () => {
    const { port } = new URL(url)
    const socket = connectTcp(Number(port), '127.0.0.1', () => socket.end('POST /trpc/auth.signIn HTTP/1.1\r\ncontent-le'))
    await new Promise((resolve) => socket.once('close', resolve).resume())
    expect((await fetch(`${url}/health`)).status).toBe(200)
  })
})

describe('a search', () => {
  it('answers ten thousand characters of anything, which all stand in the address', async () => {
    const caller = callerOf(url, { value: '' })
    for (const piece of ['+"(~*<>@', '東', 'É', 'a', '%', '\u0000', '\ud83d\ude80']) {
      const text = piece.repeat(10_000 / piece.length)
      for (const prefix of [false, true]) {
        await expect(caller.search.query.query({ kind: 'templates', text, prefix }), piece).resolves.toMatchObject({ items: [] })
      }
    }
    const first = `summarize ${'東'.repeat(9_990)}`
    await expect(caller.search.query.query({ kind: 'templates', text: first })).resolves.toMatchObject({ nextCursor: null })
  })
})
