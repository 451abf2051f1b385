import { once } from 'node:events'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { portOf } from '../portOf.ts'

export type TestMailServer = {
  port: number
  /** An smtp: address with an account that is let in. */
  url: string
  /** What came so far, as a mail program reads it. */
  received(): Promise<Email[]>
  close(): Promise<void>
}

/** A mail server that takes everything from who has the account. `port` 0 is a free one. */
export async function openMailServer(port = 0): Promise<TestMailServer> {
  const mails: Buffer[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, callback) {
      const known = username === 'prologue' && password === 'mail-password'
      callback(known ? null : new Error('Not let in'), known ? { user: username } : undefined)
    },
    onData(stream, _session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks))
        callback()
      })
    },
  })
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const listensOn = portOf(server.server)
  return {
    port: listensOn,
    url: `smtp://prologue:mail-password@127.0.0.1:${listensOn}`,
    received: () => Promise.all(mails.map((mail) => PostalMime.parse(mail))),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
