import type { Mails } from '@prologue/shared'
import type { Logger } from 'pino'
import { makeKeeper } from './makeKeeper.ts'
import { makePost } from './makePost.ts'
import { makeSender, type MailServer } from './makeSender.ts'

/** The way mails leave; `close` ends it and lets what is being written or sent come to its end. */
export type OpenMails = Mails & { close(): Promise<void> }

/** Sends mails by the operator's mail server or, where there is none, keeps them and writes them to the log. */
export function makeMails(server: MailServer | null, logger: Logger, waits?: readonly number[]): OpenMails {
  if (server === null) {
    const keeper = makeKeeper(logger)
    const post = makePost(async (mail) => keeper.keep(mail), logger)
    return { ...post, sends: false, kept: () => keeper.kept() }
  }
  const sender = makeSender(server, logger, waits)
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
