import { stringify } from 'superjson'
import type { Procedure } from '../strangers/procedures.ts'

/** An input as the client writes it, also where the client would refuse to. */
export function envelope(input: unknown): string {
  try {
    return stringify(input)
  } catch {
    return JSON.stringify({ json: input }, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  }
}

/** Calls over HTTP, each time from an address of its own: what is limited is tried elsewhere. */
export function makeFuzzCaller(url: () => string) {
  let calls = 0

  /** One request with this payload as it is. */
  async function call({ type }: Procedure, path: string, payload: string, cookie: string) {
    calls += 1
    const headers = { cookie, origin: url(), 'x-forwarded-for': `198.18.${calls >> 8}.${calls & 255}` }
    const address = `${url()}/trpc/${path}`
    const query = `${path.includes('?') ? '&' : '?'}input=${encodeURIComponent(payload.toWellFormed())}`
    const response =
      type === 'query'
        ? await fetch(`${address}${query}`, { headers })
        : await fetch(address, { method: 'POST', body: payload, headers: { ...headers, 'content-type': 'application/json' } })
    return { status: response.status, text: await response.text() }
  }

  /** All inputs in one request. */
  async function callAll(procedure: Procedure, inputs: readonly unknown[], cookie: string) {
    const body = `{${inputs.map((input, index) => `"${index}":${envelope(input)}`).join(',')}}`
    return call(procedure, `${inputs.map(() => procedure.path).join(',')}?batch=1`, body, cookie)
  }

  return { call, callAll }
}
