import type { Socket } from 'socket.io'
import type { Metrics } from '../metrics/makeMetrics.ts'

/** Notes how long each event that is answered takes until then, and how it ends. */
export function noteEvents(socket: Pick<Socket, 'use'>, metrics: Pick<Metrics, 'noteEvent'>): void {
  socket.use((packet, next) => {
    const [event] = packet
    const reply: unknown = packet.at(-1)
    if (typeof event === 'string' && typeof reply === 'function') {
      const began = performance.now()
      packet[packet.length - 1] = (answer: unknown) => {
        metrics.noteEvent(event, outcomeOf(answer), (performance.now() - began) / 1000)
        reply(answer)
      }
    }
    next()
  })
}

function outcomeOf(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return 'OK'
  if (answer.ok === true) return 'OK'
  const error = 'error' in answer ? answer.error : null
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'INTERNAL'
}
