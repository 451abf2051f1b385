import { AppError, limits } from '@prologue/contracts'
import { Agent, fetch as undiciFetch } from 'undici'
import type { Patience } from '../patience.ts'
import { boundBody, Silence } from './boundBody.ts'
import { makeLookup, type Resolve } from './makeLookup.ts'
import { literalOf, whyNot, type Allowed } from './refuseHost.ts'

/** An answer of a million characters comes in pieces with much around each. */
const wireBytes = limits.answer * 48
/** What is read of an answer that says what went wrong. */
const failureBytes = 65_536

/** A `fetch` for model servers: it goes nowhere it must not, follows nobody elsewhere, and waits and reads no longer than it should. */
export function makeFetch(allowed: Allowed, patience: Patience, resolve?: Resolve): typeof fetch {
  const connect = { timeout: patience.connect, lookup: makeLookup(allowed, resolve) }
  // Each request has its own connection, which ends with it.
  const dispatcher = new Agent({ connect, pipelining: 0, headersTimeout: 0, bodyTimeout: 0 })

  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const address = literalOf(url)
    const reason = address === null ? null : whyNot(address, allowed)
    if (reason !== null) throw new AppError('PROVIDER_FAILED', `Its address cannot be used. ${reason}`)

    const line = new AbortController()
    const timeout = setTimeout(() => line.abort(new Silence(patience.begin)), patience.begin)
    const signal = AbortSignal.any([line.signal, ...(init?.signal ? [init.signal] : [])])
    const { status, headers, body } = await undiciFetch(url, {
      method: init?.method ?? 'GET',
      headers: [...new Headers(init?.headers)],
      body: typeof init?.body === 'string' ? init.body : null,
      redirect: 'manual',
      signal,
      dispatcher,
    }).finally(() => clearTimeout(timeout))

    if (status >= 300 && status < 400) {
      await body?.cancel()
      throw new AppError(
        'PROVIDER_FAILED',
        'Its address sends elsewhere, and that is not followed. An administrator can enter the address at which it is.',
      )
    }
    const bytes = status < 300 ? wireBytes : failureBytes
    const { begin, idle } = patience
    const bounded = body && boundBody(body, { bytes, begin, idle }, (why) => line.abort(why))
    return new Response(bounded, { status, headers: [...headers] })
  }
}
