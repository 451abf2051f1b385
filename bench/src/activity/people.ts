import { randomInt, randomUUID } from 'node:crypto'
import type { Built } from '../startBuilt.ts'

export type Person = {
  email: string
  cookie: string
  /** Calls a procedure that changes something; answers the id of the request and what was answered. */
  mutate: (procedure: string, input: object) => Promise<{ requestId: string; data: unknown }>
}

const password = 'a long enough password'

/** Somebody new, from an address of their own; with a setup token the administrator. The server trusts one proxy. */
export async function signUp({ url }: Built, name: string, setupToken?: string): Promise<Person> {
  const from = `198.18.${randomInt(256)}.${randomInt(1, 255)}`
  let cookie = ''
  const mutate: Person['mutate'] = async (procedure, input) => {
    const answer = await fetch(`${url}/trpc/${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from, origin: url, cookie },
      body: JSON.stringify({ json: input }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${procedure}: ${text}`)
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    const { result }: { result: { data: { json?: unknown } } } = JSON.parse(text)
    return { requestId: answer.headers.get('x-request-id') ?? '', data: result.data.json }
  }
  const email = `${randomUUID()}@example.com`
  await mutate('auth.signUp', { name, email, password, ...(setupToken !== undefined && { setupToken }) })
  return { email, cookie, mutate }
}
