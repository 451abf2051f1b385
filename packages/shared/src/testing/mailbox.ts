import type { Mail, Mails } from '../mail/index.ts'

/** Where mails end up in a test. With `sends` the server behaves as one that has a mail server. */
export type Mailbox = Mails & {
  sends: boolean
  /** Those to an address, the oldest first; waits for those that are being written. */
  to(address: string): Promise<Mail[]>
  /** What stands behind the `#` of the link in the last mail to an address. @throws Error where there is none */
  tokenTo(address: string): Promise<string>
  /** Until nothing is being written any more. @throws what the writing of a mail threw */
  settled(): Promise<void>
}

export function makeMailbox(): Mailbox {
  const written: Mail[] = []
  const failures: unknown[] = []
  // One after the other: a test tells mails by their order.
  let writing: Promise<unknown> = Promise.resolve()
  async function settled(): Promise<void> {
    for (let seen; seen !== writing;) {
      seen = writing
      await seen
    }
    if (failures.length > 0) throw failures.shift()
  }
  async function to(address: string): Promise<Mail[]> {
    await settled()
    return written.filter((mail) => mail.to === address)
  }
  return {
    sends: false,
    post(write) {
      writing = writing.then(write).then(
        (mail) => mail && written.push(mail),
        (error: unknown) => failures.push(error),
      )
    },
    kept: () => [],
    settled,
    to,
    async tokenTo(address) {
      const token = (await to(address)).at(-1)?.link?.split('#')[1]
      if (!token) throw new Error(`No link was mailed to ${address}`)
      return token
    },
  }
}
