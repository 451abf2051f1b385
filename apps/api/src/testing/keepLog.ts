import { Writable } from 'node:stream'
import type { Logger } from 'pino'
import { makeLogger } from '../logger.ts'

/** A logger as the process has it, at its most talkative, and everything it wrote. */
export function keepLog(): { logger: Logger; text: () => string } {
  let text = ''
  const lines = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString()
      done()
    },
  })
  return { logger: makeLogger('debug', lines), text: () => text }
}
