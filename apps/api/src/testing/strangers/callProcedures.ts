import type { WireError } from '@prologue/contracts'
import { deserialize, serialize, type SuperJSONResult } from 'superjson'

export type Call = { path: string; type: 'query' | 'mutation'; input: unknown }

/** What came back: `text` is all of it as it came over the wire. */
export type Answer = { text: string; data: unknown; error: Pick<WireError, 'code' | 'message'> | null }

type Envelope = { result?: { data: SuperJSONResult }; error?: { json: { data: { wire: WireError } } } }

/** Who calls: the cookie of a session, and from where. */
export type Caller = { url: string; cookie: string; ip: string }

/** Calls one procedure, by a request of its own. */
export async function callProcedure(caller: Caller, call: Call): Promise<Answer> {
  const [answer] = await send(caller, [call], false)
  if (!answer) throw new Error('No answer came back')
  return answer
}

/** Calls procedures of one kind together, by one request. */
export function callTogether(caller: Caller, calls: readonly Call[]): Promise<Answer[]> {
  return send(caller, calls, true)
}

async function send({ url, cookie, ip }: Caller, calls: readonly Call[], together: boolean): Promise<Answer[]> {
  const inputs = calls.map(({ input }) => serialize(input))
  const body = JSON.stringify(together ? Object.fromEntries(inputs.entries()) : inputs[0])
  const paths = calls.map(({ path }) => path).join(',')
  const query = new URLSearchParams(together ? { batch: '1' } : {})
  const headers = { origin: url, cookie, 'x-forwarded-for': ip, 'content-type': 'application/json' }
  const reads = calls[0]?.type === 'query'
  if (reads) query.set('input', body)
  const address = `${url}/trpc/${paths}?${query}`
  const response = await fetch(address, reads ? { headers } : { method: 'POST', headers, body })
  const text = await response.text()
  const came: Envelope | Envelope[] = JSON.parse(text)
  return [came].flat().map((envelope) => toAnswer(envelope))
}

function toAnswer(envelope: Envelope): Answer {
  const text = JSON.stringify(envelope)
  if (envelope.result) return { text, data: deserialize(envelope.result.data), error: null }
  const wire = envelope.error?.json.data.wire
  if (!wire) throw new Error(`This is no answer of a procedure: ${text.slice(0, 200)}`)
  return { text, data: null, error: { code: wire.code, message: wire.message } }
}
