import { pino, type DestinationStream, type Logger } from 'pino'
import type { Env } from './env.ts'

/** JSON lines on standard error: they are for machines; what a person should read goes to standard output. */
export function makeLogger(
  level: Env['logLevel'],
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  return pino(
    { level, serializers: { err: withoutValues, req: withoutAddress }, redact: { paths: secretPaths, censor } },
    destination,
  )
}

const censor = '[not logged]'

/** Fields that hold what lets somebody in, wherever a log line has them. */
const secretPaths = [
  'password',
  'currentPassword',
  'token',
  'setupToken',
  'challenge',
  'secret',
  'apiKey',
  'secretKey',
  'cookie',
  'authorization',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

/** The address of a request can hold a token, and its headers do. */
function withoutAddress(request: unknown): object {
  return typeof request === 'object' && request !== null && 'method' in request ? { method: request.method } : {}
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
    // A share link in it would let in whoever reads the log.
    message: said.replaceAll(/\/s\/[\w-]+/g, `/s/${censor}`),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(error.cause !== undefined && { cause: withoutValues(error.cause) }),
  }
}
