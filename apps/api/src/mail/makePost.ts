import { setTimeout as wait } from 'node:timers/promises'
import type { Mail, Mails } from '@prologue/shared'
import type { Logger } from 'pino'

/** More than wait here when a mail server is away for an hour; what comes then is lost, not the memory of the process. */
const mostWaiting = 1_000
/** How long a stop waits for mails under way, in milliseconds. */
const patience = 5_000

/** Has mails written and handed on beside whatever asks for them. */
export function makePost(
  handOn: (mail: Mail) => Promise<void>,
  logger: Logger,
): Pick<Mails, 'post'> & { close(): Promise<void> } {
  const waiting = new Set<Promise<void>>()
  let closed = false

  async function deliver(write: () => Promise<Mail | null>): Promise<void> {
    try {
      const mail = await write()
      if (mail) await handOn(mail)
    } catch (error) {
      logger.error({ err: error }, 'A mail could not be written')
    }
  }

  return {
    post(write) {
      if (closed || waiting.size >= mostWaiting) {
        logger.error({ waiting: waiting.size }, 'A mail was not written: too many wait, or the server stops')
        return
      }
      const delivery = deliver(write).finally(() => waiting.delete(delivery))
      waiting.add(delivery)
    },
    async close() {
      closed = true
      const stop = new AbortController()
      const late = wait(patience, undefined, { signal: stop.signal }).catch(() => {})
      await Promise.race([Promise.all(waiting), late])
      stop.abort()
    },
  }
}
