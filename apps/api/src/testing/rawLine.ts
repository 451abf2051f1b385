import { once } from 'node:events'

export type RawLine = {
  /** The extensions that were agreed on, as of compression. */
  extensions: string
  /** Every frame that came, as text. */
  frames: string[]
  send(frame: string | Uint8Array): void
  /** Waits for a frame that begins so. @throws Error where the line ends before */
  receive(beginning: string): Promise<string>
  /** Resolves when the line has ended. */
  ended: Promise<unknown>
  close(): void
}

/**
 * The websocket under Socket.IO, to send what its client would not: `40` asks to come in, `42["event",…]` is an event, `0` after
 * `42` asks for an answer.
 * @throws Error where the server refuses the upgrade
 */
export async function openRawLine(url: string, headers: Record<string, string>): Promise<RawLine> {
  const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  // Node's takes headers, too, which the types of browsers' do not know.
  const socket: WebSocket = Reflect.construct(WebSocket, [address, { headers }])
  const frames: string[] = []
  socket.addEventListener('message', ({ data }) => frames.push(String(data)))
  const ended = once(socket, 'close')
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error('The upgrade was refused')))
  })
  return {
    extensions: socket.extensions,
    frames,
    send: (frame) => socket.send(typeof frame === 'string' ? frame : Buffer.from(frame)),
    async receive(beginning) {
      for (;;) {
        const found = frames.find((frame) => frame.startsWith(beginning))
        if (found !== undefined) return found
        if (socket.readyState === WebSocket.CLOSED) throw new Error('The line has ended')
        await Promise.race([once(socket, 'message'), ended])
      }
    },
    ended,
    close: () => socket.close(),
  }
}
