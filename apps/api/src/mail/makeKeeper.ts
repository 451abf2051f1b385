import { randomUUID } from 'node:crypto'
import type { KeptMail } from '@prologue/contracts'
import type { Mail } from '@prologue/shared'
import type { Logger } from 'pino'

/** How many are kept; they are gone with the process, and their links after an hour. */
const most = 100

/** For a server without a mail server: its administrators hand the links on. */
export function makeKeeper(logger: Logger): { keep(mail: Mail): void; kept(): KeptMail[] } {
  const mails: KeptMail[] = []
  return {
    keep({ to, subject, text, link }) {
      mails.unshift({ id: randomUUID(), to, subject, text, link, createdAt: new Date() })
      mails.length = Math.min(mails.length, most)
      // A log is kept for longer than people may be: whose it is stands under Mail alone.
      logger.info({ subject, link }, 'A mail was written; without SMTP_URL it goes no further')
    },
    kept: () => [...mails],
  }
}
