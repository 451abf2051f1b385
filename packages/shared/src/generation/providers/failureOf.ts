import { AppError } from '@prologue/contracts'
import { APICallError } from 'ai'
import { redact } from './redact.ts'
import type { ProviderSettings } from './settings.ts'

/** Why asking a provider failed: what to tell people, and whether asking again may help. */
export type Failure = {
  error: AppError
  /** Of the answer over HTTP; null where there was none. */
  status: number | null
  again: boolean
  /** What the provider asked to wait, in milliseconds. */
  wait: number | null
  /** What lies behind, for the log: one line without a key. */
  behind: string
}

/** Statuses after which the same may go well. */
const passing = [408, 409, 425, 429, 500, 502, 503, 504, 529]

export function failureOf(thrown: unknown, { name, key }: Pick<ProviderSettings, 'name' | 'key'>): Failure {
  const behind = redact(chainOf(thrown).map(messageOf).join(': '), key)
  const ours = chainOf(thrown).find((error) => error instanceof AppError)
  if (ours) {
    return {
      error: failed(`${name} did not answer. ${redact(ours.message, key)}`),
      status: null,
      again: false,
      wait: null,
      behind,
    }
  }
  const call = chainOf(thrown).find((error) => APICallError.isInstance(error))
  const status = APICallError.isInstance(call) ? (call.statusCode ?? 0) : 0
  // What began well and could not be read to its end is told by its status as little as a line that broke off.
  if (!APICallError.isInstance(call) || status < 300) return withoutAnswer(name, thrown, behind)
  const wait = waitOf(call.responseHeaders ?? {})
  return {
    error: failed(sentenceFor(name, status, wait, redact(call.message, key))),
    status,
    again: passing.includes(status),
    wait,
    behind,
  }
}

function sentenceFor(name: string, status: number, wait: number | null, said: string): string {
  if (status === 401 || status === 403) return `${name} refused the key (${status}). An administrator can enter another.`
  if (status === 402) return `${name} wants to be paid first (402). An administrator can see to it.`
  if (status === 404)
    return `${name} has no such model or address (404). Choose another, or tell an administrator. It said: ${said}`
  if (status === 413) return `This is more than ${name} takes at once (413). Shorten the draft or the message.`
  if (status === 429)
    return `${name} has had too many requests (429). ${wait === null ? 'Wait a moment' : `Wait ${inWords(wait)}`} and try again, or choose another model.`
  if (status >= 500) return `${name} is not well (${status}). Try again in a moment, or choose another model.`
  return `${name} did not take this (${status}). Choose another model, or tell an administrator. It said: ${said}`
}

/** Nothing over HTTP came, or what came broke off. */
function withoutAnswer(name: string, thrown: unknown, behind: string): Failure {
  // An answer that ends in the middle has no code but a name.
  const codes = new Set(
    chainOf(thrown).flatMap((error) => [Reflect.get(Object(error), 'code'), Reflect.get(Object(error), 'name')]),
  )
  const has = (...wanted: string[]) => wanted.some((code) => codes.has(code))
  const of = (sentence: string, again: boolean): Failure => ({ error: failed(sentence), status: null, again, wait: null, behind })
  if (has('ENOTFOUND', 'EAI_AGAIN'))
    return of(`The address of ${name} is not known. An administrator can correct it.`, has('EAI_AGAIN'))
  if (has('ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT')) {
    return of(`${name} cannot be reached. Try again in a moment, or choose another model.`, true)
  }
  if (has('UND_ERR_SOCKET', 'HTTPParserError', 'ECONNRESET', 'EPIPE'))
    return of(`The line to ${name} broke off. Try again.`, true)
  if ([...codes].some((code) => typeof code === 'string' && /^(CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code))) {
    return of(`${name} has no certificate that this server trusts. An administrator can correct its address.`, false)
  }
  return of(`${name} answered something that could not be read. Try again, or choose another model.`, false)
}

function failed(sentence: string): AppError {
  return new AppError('PROVIDER_FAILED', sentence)
}

/** An error with those it came from. */
function chainOf(thrown: unknown): unknown[] {
  const chain: unknown[] = []
  for (
    let error = thrown;
    error !== undefined && error !== null && chain.length < 10;
    error = Reflect.get(Object(error), 'cause')
  ) {
    chain.push(error)
  }
  return chain
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** What `retry-after` asks for, in milliseconds: seconds, or a date. */
function waitOf(headers: Record<string, string>): number | null {
  const exact = Number(headers['retry-after-ms'])
  if (headers['retry-after-ms'] !== undefined && Number.isFinite(exact)) return Math.max(exact, 0)
  const asked = headers['retry-after']
  if (asked === undefined) return null
  const seconds = Number(asked)
  const wait = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(asked) - Date.now()
  return Number.isFinite(wait) ? Math.max(wait, 0) : null
}

function inWords(milliseconds: number): string {
  const seconds = Math.max(Math.ceil(milliseconds / 1_000), 1)
  if (seconds < 120) return seconds === 1 ? 'a second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}
