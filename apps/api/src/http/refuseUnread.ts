import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { toWireError, AppError } from '@prologue/contracts'
import { readOn } from './readOn.ts'

/** How long somebody may go on writing what is not read, in milliseconds. */
const patience = 10_000

const statuses: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }

/** Answers what is no request: headers that are too large or too slow, and what is not HTTP. */
export function refuseUnread(fault: Error & { code?: string }, socket: Socket): void {
  if (fault.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  // The parser would stumble over the rest again.
  socket.removeAllListeners('data')
  const status = statuses[fault.code ?? ''] ?? 400
  const body = JSON.stringify({ error: toWireError(new AppError(status === 431 ? 'TOO_LARGE' : 'VALIDATION')) })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'connection: close',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  void Promise.race([readOn(socket), sleep(patience, undefined, { ref: false })]).then(() => socket.destroy())
}
