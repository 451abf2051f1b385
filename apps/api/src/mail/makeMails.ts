import type { Mails, Outbox } from '@prologue/shared'
import type { Logger } from 'pino'
import { makeDelivery } from './makeDelivery.ts'
import { makeKeeper } from './makeKeeper.ts'
import { makePost } from './makePost.ts'
import { makeSender, type MailServer } from './makeSender.ts'

/** The way mails leave; `close` ends it and lets what is being written or sent come to its end. */
export type OpenMails = Mails & { close(): Promise<void> }

type Parts = { server: MailServer | null; outbox: Outbox; logger: Logger; waits?: readonly number[] }

/** Sends mails by the operator's mail server or, where there is none, keeps them and writes them to the log. */
export function makeMails({ server, outbox, logger, waits }: Parts): OpenMails {
  if (server === null) {
    const keeper = makeKeeper(logger)
    const post = makePost(async (mail) => keeper.keep(mail), logger)
    return { ...post, sends: false, kept: () => keeper.kept() }
  }
  const sender = makeSender(server)
  const delivery = makeDelivery({ outbox, sender, logger, waits })
  const post = makePost(async (mail) => {
    await outbox.add(mail)
    delivery.look()
  }, logger)
  return {
    ...post,
    sends: true,
    kept: () => [],
    async close() {
      await post.close()
      await delivery.close()
      sender.close()
    },
  }
}
