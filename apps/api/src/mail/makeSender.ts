import { setTimeout as wait } from 'node:timers/promises'
import { getSystemErrorName } from 'node:util'
import type { Mail } from '@prologue/shared'
import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'

/** `url` is an smtp: or smtps: address with its account; `from` is whom mails come from. */
export type MailServer = { url: string; from: string }

/** Before each further try, in milliseconds: a mail server that starts again is back by then, and links are good for an hour. */
const usualWaits = [2_000, 15_000, 120_000]

/** Sends mails, each over a connection of its own; what the mail server refuses for good is not tried again. */
export function makeSender({ url, from }: MailServer, logger: Logger, waits: readonly number[] = usualWaits) {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const stop = new AbortController()

  /** Resolves in any case: a mail that cannot be sent is lost, and the log says so. */
  async function send({ to, subject, text, html }: Mail): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text, html })
        return
      } catch (error) {
        const pause = isFinal(error) || stop.signal.aborted ? undefined : waits[attempt]
        const failure = failureOf(error)
        if (pause === undefined) {
          logger.error({ subject, ...failure }, 'A mail could not be sent and is lost')
          return
        }
        logger.warn({ subject, ...failure }, 'A mail could not be sent; it is tried again')
        await wait(pause, undefined, { signal: stop.signal }).catch(() => {})
      }
    }
  }

  return {
    send,
    /** What waits for another try gets it now, and no further one. */
    giveUp: () => stop.abort(),
    close: () => transport.close(),
  }
}

/** Refused for good: an address that does not exist, a sender or an account that is not let in. */
function isFinal(error: unknown): boolean {
  const { responseCode } = failureOf(error)
  return typeof responseCode === 'number' && responseCode >= 500
}

/** What a log may hold of it: mail servers repeat addresses and more in what they say. */
function failureOf(error: unknown): Record<'code' | 'command' | 'responseCode' | 'reason', unknown> {
  const said = (name: string): unknown => (error instanceof Error ? Reflect.get(error, name) : undefined)
  const errno = said('errno')
  const reason = typeof errno === 'number' ? getSystemErrorName(errno) : undefined
  return { code: said('code'), command: said('command'), responseCode: said('responseCode'), reason }
}
