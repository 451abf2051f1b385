import { errorCatalogue, type ErrorCode, type WireError } from '@prologue/contracts'

const unreachable = 'The server does not answer. Check your connection, then try again.'

function isCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorCatalogue, value)
}

/** The failure as the server described it, or null where it never got that far. */
export function wireOf(error: unknown): WireError | null {
  if (!(error instanceof Error) || !('data' in error)) return null
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('wire' in data)) return null
  const wire: unknown = data.wire
  if (typeof wire !== 'object' || wire === null || !('code' in wire) || !('message' in wire)) return null
  if (!isCode(wire.code) || typeof wire.message !== 'string') return null
  const requestId = 'requestId' in wire && typeof wire.requestId === 'string' ? wire.requestId : undefined
  const retryAfter = 'retryAfter' in wire && typeof wire.retryAfter === 'number' ? wire.retryAfter : undefined
  return {
    code: wire.code,
    message: wire.message,
    ...(requestId && { requestId }),
    ...(retryAfter !== undefined && { retryAfter }),
  }
}

/** One sentence or two that people can act on. */
export function describeFailure(error: unknown): string {
  const wire = wireOf(error)
  if (!wire) return unreachable
  return wire.code === 'INTERNAL' && wire.requestId ? `${wire.message} Request id: ${wire.requestId}` : wire.message
}

export function failedWith(error: unknown, code: ErrorCode): boolean {
  return wireOf(error)?.code === code
}
