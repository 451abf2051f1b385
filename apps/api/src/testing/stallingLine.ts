import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { portOf } from '../portOf.ts'

export type StallingLine = {
  url: string
  /** From now on nothing is read of what the server sends, as by a client whose network is gone in one direction. */
  stall(): void
  /** Reads on what was left, and all that comes. */
  readOn(): void
  close(): Promise<void>
}

/** A TCP line to a server whose answers can be left unread. */
export async function stallingLine(address: string): Promise<StallingLine> {
  const { port, hostname } = new URL(address)
  const pairs = new Set<{ near: Socket; far: Socket }>()
  let stalled = false
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    const pair = { near, far }
    pairs.add(pair)
    for (const end of [near, far]) {
      end.on('error', () => end.destroy())
      end.on('close', () => {
        pairs.delete(pair)
        near.destroy()
        far.destroy()
      })
    }
    far.on('data', (data) => near.write(data))
    near.on('data', (data) => far.write(data))
    if (stalled) far.pause()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    stall() {
      stalled = true
      for (const { far } of pairs) far.pause()
    },
    readOn() {
      stalled = false
      for (const { far } of pairs) far.resume()
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const { near } of pairs) near.destroy()
      await closed
    },
  }
}
