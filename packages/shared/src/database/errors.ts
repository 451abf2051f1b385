import { AppError } from '@prologue/contracts'
import type { DatabaseError, Dialect } from './dialect/dialect.ts'

function asDatabaseError(error: unknown): DatabaseError | null {
  if (!(error instanceof Error)) return null
  // Objection wraps what it knows and keeps the driver's error inside.
  if ('nativeError' in error) return asDatabaseError(error.nativeError)
  if (error.name === 'KnexTimeoutError') return Object.assign(new Error(error.message), { code: 'ETIMEDOUT' })
  // Several refused addresses of one host come as one error without a text of its own.
  if (error instanceof AggregateError && error.errors.length > 0) return asDatabaseError(error.errors[0])
  return 'code' in error && typeof error.code === 'string' ? Object.assign(error, { code: error.code }) : null
}

/** The error people should see for whatever a query threw; what is no database error comes back as it is. */
export function translateError(dialect: Dialect, error: unknown): unknown {
  if (error instanceof AppError) return error
  const native = asDatabaseError(error)
  if (!native) return error
  const code = dialect.errorCode(native) ?? (native.code === 'ETIMEDOUT' ? 'DB_UNAVAILABLE' : null)
  return code ? new AppError(code, undefined, { cause: error }) : error
}

export function isTransient(dialect: Dialect, error: unknown): boolean {
  const native = asDatabaseError(error)
  return native !== null && dialect.isTransient(native)
}
