import { once } from 'node:events'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { expect, startServer, test as base, type BuiltServer } from './server.ts'

/** A mail server that takes every mail and keeps it to be read, but for people whose mailbox is full. */
type Mailbox = { url: string; mails: Email[]; close: () => Promise<void> }

async function openMailbox(): Promise<Mailbox> {
  const mails: Email[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      done(address.startsWith('full@') ? Object.assign(new Error('The mailbox is full'), { responseCode: 552 }) : undefined)
    },
    onData(stream, _session, done) {
      void (async () => {
        const chunks: Buffer[] = []
        for await (const chunk of stream) chunks.push(chunk)
        mails.unshift(await PostalMime.parse(Buffer.concat(chunks)))
        done()
      })()
    },
  })
  const listening = smtp.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('The mail server listens on no port')
  const close = () => new Promise<void>((resolve) => smtp.close(resolve))
  return { url: `smtp://127.0.0.1:${address.port}`, mails, close }
}

/** Tests whose server sends its mail. */
export const test = base.extend<object, { mailbox: Mailbox; server: BuiltServer }>({
  mailbox: [
    async ({}, use) => {
      const mailbox = await openMailbox()
      await use(mailbox)
      await mailbox.close()
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ mailbox }, use) => {
      const server = await startServer({ SMTP_URL: mailbox.url, MAIL_FROM: 'Prologue <prologue@example.com>' })
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
})

/** The newest mail to an address with a subject, as soon as it is there. */
export async function mailTo({ mails }: Mailbox, address: string, subject: string): Promise<Email> {
  const find = () => mails.find((mail) => mail.subject === subject && mail.to?.some((one) => one.address === address))
  await expect.poll(() => find() !== undefined).toBe(true)
  const mail = find()
  if (!mail) throw new Error('The mail was there and is gone')
  return mail
}

/** Where a mail leads. */
export function linkOf(mail: Email): string {
  const [link] = /https?:\/\/\S+/.exec(mail.text ?? '') ?? []
  if (!link) throw new Error(`The mail “${mail.subject}” has no link`)
  return link
}

export { expect } from './server.ts'
