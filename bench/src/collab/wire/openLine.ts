import { once } from 'node:events'
import { WebSocket } from 'ws'

/** A bare websocket that is open. */
export async function openLine(port: number, path: string, hear: (data: Buffer) => void): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${path}`, { perMessageDeflate: false })
  socket.on('message', (data) => {
    if (Buffer.isBuffer(data)) hear(data)
  })
  await once(socket, 'open')
  return socket
}

/** Those who wait for an acknowledgement, in their order. */
export function createAcks() {
  const waiting: (() => void)[] = []
  return {
    wait: () => new Promise<void>((resolve) => void waiting.push(resolve)),
    came: () => waiting.shift()?.(),
  }
}
