import type { Mails } from '@prologue/shared'
import type { Logger } from 'pino'
import { keepMails } from './keepMails.ts'
import { makePost } from './makePost.ts'
import { sendMails, type MailServer } from './sendMails.ts'

/** The way mails leave; `close` ends it and lets what is being written or sent come to its end. */
export type OpenMails = Mails & { close(): Promise<void> }

/** Sends mails by the operator's mail server or, where there is none, keeps them and writes them to the log. */
export function makeMails(server: MailServer | null, logger: Logger, waits?: readonly number[]): OpenMails {
  if (server === null) {
    const keeper = keepMails(logger)
    const post = makePost(async (mail) => keeper.keep(mail), logger)
    return { ...post, sends: false, kept: () => keeper.kept() }
  }
  const sender = sendMails(server, logger, waits)
  const post = makePost((mail) => sender.send(mail), logger)
  return {
    ...post,
    sends: true,
    kept: () => [],
    async close() {
      sender.giveUp()
      await post.close()
      sender.close()
    },
  }
}
