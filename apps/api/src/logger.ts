import { pino, type Logger } from 'pino'
import type { Env } from './env.ts'

/** JSON lines on standard error: they are for machines; what a person should read goes to standard output. */
export function makeLogger(level: Env['logLevel']): Logger {
  return pino({ level, serializers: { err: withoutValues } }, pino.destination({ fd: 2, sync: true }))
}

/**
 * An error as it may be logged. Drivers hang statements and their values on their errors, and MySQL repeats the value in
 * what it says of a duplicate: what people wrote does not belong in a log.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? error.code : undefined
  const said = code === 'ER_DUP_ENTRY' ? 'Duplicate entry' : error.message
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    message: said,
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(error.cause !== undefined && { cause: withoutValues(error.cause) }),
  }
}
