import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type DelayedLine = {
  port: number
  /** How long everything takes from now on, each way, in milliseconds. What is under way keeps its time and its order. */
  delay: (ms: number) => void
  close: () => Promise<void>
}

/** A TCP line to a server of this machine that is as far away as one likes. */
export async function delayedLine(target: () => number): Promise<DelayedLine> {
  const ends = new Set<Socket>()
  let latency = 0

  function pass(from: Socket, to: Socket): void {
    let last: Promise<unknown> = Promise.resolve()
    from.on('data', (chunk: Buffer) => {
      const due = performance.now() + latency
      last = last.then(() => sleep(Math.max(0, due - performance.now()))).then(() => to.write(chunk))
    })
    ends.add(from)
    from.on('error', () => from.destroy())
    from.on('close', () => {
      ends.delete(from)
      to.destroy()
    })
  }

  const server = createServer((near) => {
    const far = connect(target(), '127.0.0.1')
    pass(near, far)
    pass(far, near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    delay: (ms) => void (latency = ms),
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const end of ends) end.destroy()
      await closed
    },
  }
}
