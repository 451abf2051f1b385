import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export type CuttableLine = { url: string; cut(): Promise<void>; mend(): Promise<void>; close(): Promise<void> }

/** A TCP line to a server that can be cut and mended: while it is cut, every connection breaks and none comes about. */
export async function cuttableLine(target: string): Promise<CuttableLine> {
  const { hostname, port } = new URL(target)
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
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
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The line listens on no port')
  const url = new URL(target)
  url.host = `127.0.0.1:${address.port}`

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
      server.listen(address.port, '127.0.0.1')
      await once(server, 'listening')
    },
  }
}
