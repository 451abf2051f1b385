import { Writable } from 'node:stream'
import { pino, type Logger } from 'pino'
import { withoutValues } from '../logger.ts'

/** A logger as the process has it, at its most talkative, and everything it wrote. */
export function keepLog(): { logger: Logger; text(): string } {
  let text = ''
  const lines = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString()
      done()
    },
  })
  return { logger: pino({ level: 'trace', serializers: { err: withoutValues } }, lines), text: () => text }
}
