import { limits } from '@prologue/contracts'
import type { Logger } from 'pino'

/** The line under a socket: what Socket.IO still holds for it, and the websocket with what waits for the network. */
export type ReadLine = {
  id: string
  writeBuffer: readonly { data?: unknown }[]
  transport: { socket?: { bufferedAmount: number; terminate(): void } }
  once(event: 'close', listener: () => void): void
}

/** How often the lines are looked at, in milliseconds. To count at every packet would cost all readers for the few slow ones. */
const lookEvery = 250

/**
 * Ends the lines of those who read more slowly than the others write, before what waits for them takes the memory of all. They come
 * back by themselves and are told what they lack, which is less than all that was said meanwhile.
 */
export function makeSlowReaders(logger: Pick<Logger, 'warn'>) {
  const lines = new Set<ReadLine>()

  function look(): void {
    for (const line of lines) {
      const queued = queuedBytes(line)
      if (queued <= limits.queuedBytes) continue
      logger.warn({ line: line.id, queued }, 'A line was ended that reads more slowly than others write')
      // A farewell would wait behind all that is not read.
      line.transport.socket?.terminate()
    }
  }

  const timer = setInterval(look, lookEvery).unref()

  return {
    watch(line: ReadLine): void {
      lines.add(line)
      line.once('close', () => lines.delete(line))
    },
    close: () => clearInterval(timer),
  }
}

function queuedBytes({ writeBuffer, transport }: ReadLine): number {
  let bytes = transport.socket?.bufferedAmount ?? 0
  for (const { data } of writeBuffer) if (typeof data === 'string' || Buffer.isBuffer(data)) bytes += data.length
  return bytes
}
