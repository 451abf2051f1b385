import type { Mail, Mails } from '../mail/index.ts'

/** Where mails end up in a test. With `sends` the server behaves as one that has a mail server. */
export type Mailbox = Mails & {
  sends: boolean
  /** All there are, the oldest first; waits for those that are being written. */
  mails(): Promise<Mail[]>
  /** Until nothing is being written any more. @throws what the writing of a mail threw */
  settled(): Promise<void>
}

export function makeMailbox(): Mailbox {
  const written: Mail[] = []
  const writing: Promise<void>[] = []
  async function settled(): Promise<void> {
    while (writing.length > 0) await writing.shift()
  }
  return {
    sends: false,
    post(write) {
      const work = write().then((mail) => void (mail && written.push(mail)))
      // Heard by whoever waits for it.
      work.catch(() => {})
      writing.push(work)
    },
    kept: () => [],
    settled,
    async mails() {
      await settled()
      return written
    },
  }
}
