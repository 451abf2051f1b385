import type { Readable } from 'node:stream'
import { limits } from '@prologue/contracts'

/** Bytes that are read of a refused request only to be thrown away. */
const most = 16 * limits.requestBytes

/**
 * Reads what a client still writes and throws it away. To close the line under somebody who writes would reset it, and the
 * refusal on it would never be read. Resolves when all has come, when the line has ended, or after as much as a client that
 * means no harm sends.
 */
export function readOn(stream: Readable): Promise<void> {
  if (stream.readableEnded || stream.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    let bytes = 0
    const count = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > most) finish()
    }
    const finish = () => {
      stream.off('data', count).off('end', finish).off('close', finish).off('error', finish)
      resolve()
    }
    stream.on('data', count).once('end', finish).once('close', finish).once('error', finish).resume()
  })
}
