import type { KeptMail } from '@prologue/contracts'

export type Mail = {
  to: string
  /** Whose account it is about or was asked for by, if anybody's: it leaves the outbox with them, wherever it went. */
  userId: string | null
  subject: string
  text: string
  html: string
  /** Where it leads, where it leads anywhere. */
  link: string | null
}

/** How mails leave this server. */
export type Mails = {
  /** Whether they do: without a mail server they are kept for administrators and written to the log. */
  readonly sends: boolean
  /**
   * Has a mail written and sent by and by, or none where `write` answers null. Nobody waits for it, so that no answer tells by
   * its time whether there was one to send. What fails is logged and, where it is the mail server, tried again a few times.
   */
  post(write: () => Promise<Mail | null>): void
  /** Those that were not sent, the newest first. */
  kept(): KeptMail[]
}
