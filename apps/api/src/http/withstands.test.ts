import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect as connectTcp } from 'node:net'
import { limits } from '@prologue/contracts'
import { engines } from '@prologue/shared/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenServer } from '../openServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { codeOf, callByHand } from '../testing/callByHand.ts'

const publicUrl = 'https://prologue.example'

/** On localhost, and behind a proxy that ends TLS. */
let local: OpenServer
let secure: OpenServer
const places: { drop(): Promise<void> }[] = []

async function open(settings: Parameters<typeof openTestServer>[1]): Promise<OpenServer> {
  const place = await engines.find(({ name }) => name === 'SQLite')?.create()
  if (!place) throw new Error('SQLite is always there')
  places.push(place)
  return openTestServer(place.url, settings)
}

beforeAll(async () => {
  local = await open({})
  secure = await open({ publicUrl, trustProxy: 1 })
})
afterAll(async () => {
  await Promise.all([local.close(), secure.close()])
  for (const place of places) await place.drop()
})

const signUp = { name: 'Ada', email: 'ada@example.com', password: 'a long enough password' }

/** Any method with any headers, which fetch does not let through. Answers the status and the headers. */
function ask(server: OpenServer, method: string, path: string, headers: Record<string, string> = {}, body = '') {
  const framed = { ...(!('transfer-encoding' in headers) && { 'content-length': Buffer.byteLength(body) }), ...headers }
  return new Promise<{ status: number; headers: IncomingHttpHeaders }>((resolve, reject) => {
    const request = httpRequest(`${server.publicUrl}${path}`, { method, headers: framed }, (response) => {
      response.resume().once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }))
    })
    request.once('error', reject).end(body)
  })
}

describe('cookies', () => {
  it('are of this host alone, over TLS alone and out of reach of scripts, where the public address is https', async () => {
    const answer = await callByHand(secure.publicUrl, 'auth.signUp', { input: signUp, headers: { origin: publicUrl } })
    expect(answer.status).toBe(200)
    const [cookie = '', ...more] = answer.headers.getSetCookie()
    expect(more).toEqual([])
    expect(cookie).toMatch(/^__Host-prologue=[a-z0-9]{40}; /)
    const attributes = cookie.split('; ').slice(1)
    expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']))
    expect(cookie).not.toContain('Domain')

    const [pair = ''] = cookie.split(';')
    const me = async (sent: string) => (await fetch(`${secure.publicUrl}/trpc/auth.me`, { headers: { cookie: sent } })).text()
    expect(await me(pair)).toContain('ada@example.com')
    // Another site of the same domain could set this one.
    expect(await me(pair.replace('__Host-', ''))).not.toContain('ada@example.com')
  })

  it('are set over plain http on localhost only: another address is not taken', async () => {
    const answer = await callByHand(local.publicUrl, 'auth.signUp', { input: signUp })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^prologue=[a-z0-9]{40}; (?!.*Secure)/)
  })
})

const securityOf = async (server: OpenServer) =>
  (await fetch(`${server.publicUrl}/health`)).headers.get('strict-transport-security')

describe('HSTS', () => {
  it('is sent where the public address is https, and nowhere else', async () => {
    expect(await securityOf(secure)).toBe('max-age=31536000')
    expect(await securityOf(local)).toBeNull()
  })
})

describe('CSRF: a call', () => {
  it('is taken from the public origin exactly', async () => {
    const codes = async (origin: string | undefined, site?: string) =>
      codeOf(await callByHand(secure.publicUrl, 'auth.signOut', { headers: { origin, 'sec-fetch-site': site } }))
    const refused = [
      'http://prologue.example',
      'https://prologue.example:8443',
      'https://www.prologue.example',
      'https://prologue.example.evil.example',
      'https://evil.example/https://prologue.example',
      secure.publicUrl,
      'null',
      '',
    ]
    for (const origin of refused) expect(await codes(origin), origin).toBe('FORBIDDEN')
    // An origin that is somebody else's is not outweighed by another header.
    expect(await codes('https://evil.example', 'same-origin')).toBe('FORBIDDEN')
    for (const site of ['cross-site', 'same-site', 'none', undefined]) expect(await codes(undefined, site)).toBe('FORBIDDEN')
    expect(await codes(publicUrl)).toBe('200')
    expect(await codes(undefined, 'same-origin')).toBe('200')
  })

  it('of any method but GET is judged so', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const headers = { origin: 'https://evil.example', 'content-type': 'application/json' }
      expect((await ask(secure, method, '/trpc/auth.signOut', headers, '{}')).status, method).toBe(403)
    }
  })

  it('is JSON and says so', async () => {
    const types = [
      'text/plain',
      'text/plain;application/json',
      'application/jsonp',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/octet-stream',
      'application/json, text/plain',
      '',
    ]
    for (const type of types) {
      const answer = await callByHand(local.publicUrl, 'auth.signOut', { headers: { 'content-type': type } })
      expect(answer.status, type).toBe(400)
      expect(await codeOf(answer), type).toBe('VALIDATION')
    }
    for (const type of ['application/json', 'application/json; charset=utf-8', 'Application/JSON'])
      expect((await callByHand(local.publicUrl, 'auth.signOut', { headers: { 'content-type': type } })).status, type).toBe(200)
  })

  it('has the method it has: no header and no parameter makes a change of a GET', async () => {
    const headers = { origin: local.publicUrl, 'x-http-method-override': 'POST', 'x-method-override': 'POST' }
    expect((await ask(local, 'GET', '/trpc/auth.signOut?_method=POST', headers)).status).toBe(400)
    expect(await codeOf(await callByHand(local.publicUrl, 'auth.me'))).toBe('VALIDATION')
  })
})

describe('CORS', () => {
  it('is given to nobody: no answer names an origin, and a question beforehand is refused', async () => {
    for (const origin of ['https://evil.example', publicUrl]) {
      const asked = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' }
      const beforehand = await ask(secure, 'OPTIONS', '/trpc/auth.signOut', asked)
      expect(beforehand.status, origin).toBeGreaterThanOrEqual(400)
      const answers = [
        beforehand,
        await ask(secure, 'GET', '/trpc/auth.me', { origin }),
        await ask(secure, 'GET', '/health', { origin }),
      ]
      for (const { headers } of answers) {
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
        expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      }
    }
  })
})

describe('an answer', () => {
  it('of the API is kept by no browser and no proxy', async () => {
    const answer = await fetch(`${local.publicUrl}/trpc/auth.me`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('does not tell what answers', async () => {
    for (const path of ['/health', '/trpc/none', '/none']) {
      const { headers } = await ask(local, 'GET', path)
      expect(headers['server'], path).toBeUndefined()
      expect(headers['x-powered-by'], path).toBeUndefined()
    }
  })

  it('carries every protecting header also where it is a refusal', async () => {
    const refusals = [
      await ask(local, 'POST', '/trpc/auth.signOut', { origin: 'https://evil.example' }),
      await ask(local, 'GET', '/trpc/none'),
      await ask(local, 'GET', '/assets/none.js'),
      await ask(local, 'POST', '/trpc/auth.signIn', { origin: local.publicUrl, 'content-type': 'application/json' }, '{'),
    ]
    for (const { status, headers } of refusals) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(headers['content-security-policy']).toContain("default-src 'self'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    }
  })
})

describe('a share link', () => {
  it('is in no index of a search engine and told to no other site', async () => {
    const { headers } = await ask(local, 'GET', '/s/abcdefghijklmnopqrstuvwxyz')
    expect(headers['x-robots-tag']).toBe('noindex')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect((await ask(local, 'GET', '/health')).headers['x-robots-tag']).toBeUndefined()
  })
})

describe('an address that is none', () => {
  it('is refused and not repeated, as it may hold what nobody else should read', async () => {
    const answer = await fetch(`${local.publicUrl}/s/sesame%zz`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    const text = await answer.text()
    expect(text).toContain('"code":"VALIDATION"')
    expect(text).not.toContain('sesame')
  })
})

describe('a body', () => {
  it('larger than what is taken is refused, also where it does not say how large it is', async () => {
    const large = `{"json":{"email":"${'x'.repeat(limits.requestBytes)}"}}`
    const headers = { origin: local.publicUrl, 'content-type': 'application/json' }
    expect((await ask(local, 'POST', '/trpc/auth.signIn', headers, large)).status).toBe(413)
    const chunked = { ...headers, 'transfer-encoding': 'chunked' }
    expect((await ask(local, 'POST', '/trpc/auth.signIn', chunked, large)).status).toBe(413)
  })

  it('of megabytes gets its refusal read by whoever is still writing it', async () => {
    const headers = { origin: local.publicUrl, 'content-type': 'application/json' }
    const body = new Uint8Array(5 * 1_048_576)
    for (let time = 0; time < 50; time++) {
      const answer = await fetch(`${local.publicUrl}/trpc/auth.signIn`, { method: 'POST', headers, body })
      expect(answer.status).toBe(413)
      expect(await answer.text()).toContain('"code":"TOO_LARGE"')
    }
  })

  it('is read no further than a client that means no harm would write it', async () => {
    const socket = connectTcp(local.port, '127.0.0.1')
    const ended = new Promise<void>((resolve) => socket.on('error', () => {}).once('close', () => resolve()))
    const head = ['POST /trpc/auth.signIn HTTP/1.1', 'host: x', `origin: ${local.publicUrl}`, 'content-type: application/json']
    socket.write(`${head.join('\r\n')}\r\ncontent-length: 1000000000\r\n\r\n`)
    const piece = Buffer.alloc(65_536)
    let written = 0
    while (!socket.destroyed && written < 200_000_000) {
      written += piece.length
      if (!socket.write(piece)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), ended])
    }
    await ended
    expect(written).toBeLessThan(100_000_000)
  })
})

describe('headers', () => {
  it('larger than what is taken are refused', async () => {
    const { status } = await ask(local, 'GET', '/health', { 'x-long': 'x'.repeat(limits.headerBytes) })
    expect(status).toBe(431)
  })

  it('of megabytes get their refusal read by whoever is still writing them', async () => {
    for (let time = 0; time < 50; time++) {
      const answer = await fetch(`${local.publicUrl}/health?${'x'.repeat(2 * 1_048_576)}`)
      expect(answer.status).toBe(431)
      expect(await answer.text()).toContain('"code":"TOO_LARGE"')
    }
  })

  it('that smuggle a second request are refused', async () => {
    const { port } = local
    const answer = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connectTcp(port, '127.0.0.1', () =>
        socket.write(
          'POST /trpc/auth.signOut HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\n\r\n',
        ),
      )
      socket.on('data', (data) => (text += data.toString())).once('close', () => resolve(text))
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
  })
})
