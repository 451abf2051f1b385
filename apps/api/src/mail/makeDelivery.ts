import { setTimeout as wait } from 'node:timers/promises'
import type { ClaimedMail, Outbox } from '@prologue/shared'
import type { Logger } from 'pino'
import type { Sender, SendFailure } from './makeSender.ts'

/**
 * Before each further try, in milliseconds: a mail server that starts again is back by then, and links are good for an hour. What
 * was not sent by then is given up.
 */
const usualWaits = [2_000, 15_000, 120_000, 600_000, 1_800_000]

/** At a time: one mail server that says nothing for a while holds up no other mail. */
const mostAtOnce = 4

/** After which a mail whose process is gone is sent by another, in milliseconds: longer than sending takes. */
const usualLease = 180_000

/** After which nobody wants it any more, in milliseconds: a server that was away, or a backup that was restored, has old ones. */
const tooOld = 2 * 3_600_000

/** Between two looks for what is due, in milliseconds. */
const pauseMs = 5_000

/** How long a stop waits for mails under way, in milliseconds. */
const patience = 5_000

type Parts = { outbox: Outbox; sender: Sender; logger: Logger; waits?: readonly number[] | undefined; leaseMs?: number }

/** Sends what is due in the outbox, whichever process put it there. `look` has it done at once. */
export function makeDelivery({ outbox, sender, logger, waits = usualWaits, leaseMs = usualLease }: Parts) {
  const under = new Set<Promise<void>>()
  let failing = false
  let closed = false

  async function deliver(claimed: ClaimedMail): Promise<void> {
    const { id, attempts, createdAt, mail } = claimed
    if (attempts > waits.length + 1) {
      logger.error({ id, subject: mail.subject }, 'A mail is given up: the server stopped each time while it was sent')
      return outbox.giveUp(claimed, 'The server stopped each time while it was sent.')
    }
    if (Date.now() - createdAt.getTime() > tooOld) {
      logger.error({ id, subject: mail.subject }, 'A mail is given up: it is too old')
      return outbox.giveUp(claimed, 'It waited for too long.')
    }
    const failure = await sender.send(mail, id)
    if (failure === null) return outbox.sent(claimed)
    const pause = failure.isFinal ? undefined : waits[attempts - 1]
    if (pause === undefined) {
      logger.error({ id, subject: mail.subject, ...failure.said }, 'A mail could not be sent and is lost')
      return outbox.giveUp(claimed, describe(failure))
    }
    logger.warn({ id, subject: mail.subject, ...failure.said }, 'A mail could not be sent; it is tried again')
    return outbox.retry(claimed, pause, describe(failure))
  }

  async function deliverDue(): Promise<void> {
    try {
      for (let mail = await outbox.claim(leaseMs); mail; mail = await outbox.claim(leaseMs)) await deliver(mail)
      failing = false
    } catch (error) {
      // Once: it is as a rule the database, which is away for a while.
      if (!failing) logger.error({ err: error }, 'Mails that wait could not be looked for')
      failing = true
    }
  }

  function look(): void {
    if (closed || under.size >= mostAtOnce) return
    const work = deliverDue().finally(() => under.delete(work))
    under.add(work)
  }

  const looking = setInterval(look, Math.min(pauseMs, leaseMs, ...waits))
  look()
  return {
    look,
    /** What is due goes out; what waits for another try does so in the database. */
    async close(): Promise<void> {
      clearInterval(looking)
      look()
      closed = true
      const stop = new AbortController()
      await Promise.race([Promise.all(under), wait(patience, undefined, { signal: stop.signal }).catch(() => {})])
      stop.abort()
    },
  }
}

/** What administrators read: codes, and nothing of what the mail server said. */
function describe({ said: { code, responseCode, reason } }: SendFailure): string {
  const parts = [responseCode, code, reason].filter((part) => part !== undefined && part !== null)
  return `The mail server did not take it: ${parts.map(String).join(' ') || 'no reason was given'}.`
}
