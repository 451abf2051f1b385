import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { portOf } from '../portOf.ts'

export type CuttableLine = { url: string; cut(): Promise<void>; mend(): Promise<void>; close(): Promise<void> }

/** A TCP line to a server that can be cut and mended: while it is cut, every connection breaks and none comes about. */
export async function cuttableLine(address: string): Promise<CuttableLine> {
  const target = new URL(address)
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const end of [near, far]) {
      ends.add(end)
      end.on('error', () => end.destroy())
      end.on('close', () => {
        ends.delete(end)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  const url = new URL(target.href)
  url.host = `127.0.0.1:${port}`

  const cut = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const end of ends) end.destroy()
    await closed
  }
  return {
    url: url.href,
    cut,
    close: cut,
    async mend() {
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
  }
}
