import type { Ack } from '@prologue/contracts'

/** A frame may come without a callback, whatever its type says. */
export function answerTo<T>(reply: unknown): (ack: Ack<T>) => void {
  return (ack) => {
    if (typeof reply === 'function') reply(ack)
  }
}
