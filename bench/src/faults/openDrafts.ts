import { randomUUID } from 'node:crypto'
import { z } from 'zod'

/** Two drafts, and whoever may write in them. */
export type Prepared = { cookie: string; drafts: { draftId: string; epoch: number }[] }

const created = z.object({ id: z.string() })
const conversation = z.object({ draft: z.object({ id: z.string(), epoch: z.number() }) })

/** Makes an account with fresh drafts through the server's own API. */
export async function openDrafts(url: string, count: number): Promise<Prepared> {
  let cookie = ''

  async function call<T>(type: 'query' | 'mutation', path: string, input: object, schema: z.ZodType<T>): Promise<T> {
    const body = JSON.stringify({ json: input })
    const query = type === 'query' ? `?input=${encodeURIComponent(body)}` : ''
    const response = await fetch(`${url}/trpc/${path}${query}`, {
      headers: { origin: url, cookie, 'content-type': 'application/json' },
      ...(type === 'mutation' && { method: 'POST', body }),
    })
    const [set] = response.headers.getSetCookie()
    if (set) cookie = set.split(';')[0] ?? ''
    const text = await response.text()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 300)}`)
    return z.object({ result: z.object({ data: z.object({ json: schema }) }) }).parse(JSON.parse(text)).result.data.json
  }

  const account = { name: 'Ada', email: `${randomUUID()}@example.com`, password: randomUUID() }
  await call('mutation', 'auth.signUp', account, z.unknown())
  const drafts: Prepared['drafts'] = []
  for (let index = 0; index < count; index++) {
    const { id } = await call('mutation', 'conversations.create', {}, created)
    const { draft } = await call('query', 'conversations.get', { id }, conversation)
    drafts.push({ draftId: draft.id, epoch: draft.epoch })
  }
  return { cookie, drafts }
}
