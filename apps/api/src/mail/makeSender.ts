import { getSystemErrorName } from 'node:util'
import type { Mail } from '@prologue/shared'
import { createTransport } from 'nodemailer'

/** `url` is an smtp: or smtps: address with its account; `from` is whom mails come from. */
export type MailServer = { url: string; from: string }

/** What a log may hold of a mail that was not sent: mail servers repeat addresses and more in what they say. */
export type SendFailure = { isFinal: boolean; said: Record<'code' | 'command' | 'responseCode' | 'reason', unknown> }

export type Sender = ReturnType<typeof makeSender>

/** Sends mails, each over a connection of its own. */
export function makeSender({ url, from }: MailServer) {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'

  return {
    /** Null once the mail server has taken it. A mail that comes twice has the same number, by which mail programs know it. */
    async send({ to, subject, text, html }: Mail, id: string): Promise<SendFailure | null> {
      try {
        const messageId = `<${id}@${host}>`
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text, html, messageId })
        return null
      } catch (error) {
        return failureOf(error)
      }
    },
    close: () => transport.close(),
  }
}

function failureOf(error: unknown): SendFailure {
  const said = (name: string): unknown => (error instanceof Error ? Reflect.get(error, name) : undefined)
  const [errno, responseCode] = [said('errno'), said('responseCode')]
  const reason = typeof errno === 'number' ? getSystemErrorName(errno) : undefined
  return {
    // An address that does not exist, a sender or an account that is not let in.
    isFinal: typeof responseCode === 'number' && responseCode >= 500,
    said: { code: said('code'), command: said('command'), responseCode, reason },
  }
}
