import { AppError } from '@prologue/contracts'

/** What bounds an answer as it comes: bytes, and milliseconds until the first of them and between two. */
export type Bounds = { bytes: number; begin: number; idle: number }

/**
 * Passes a body on until it ends, is longer than `bytes`, or is silent for too long; then, and where nobody reads it any more, `giveUp`
 * ends its connection.
 */
export function boundBody(
  body: AsyncIterable<Uint8Array>,
  { bytes, begin, idle }: Bounds,
  giveUp: (reason: unknown) => void,
): ReadableStream<Uint8Array> {
  const pieces = body[Symbol.asyncIterator]()
  let left = bytes
  let wait = begin
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const timeout = setTimeout(() => giveUp(new Silence(wait)), wait)
      try {
        const { done, value } = await pieces.next()
        if (done === true) return controller.close()
        wait = idle
        left -= value.byteLength
        if (left < 0) throw new AppError('PROVIDER_FAILED', 'Its answer was longer than can be kept. Ask for less at once.')
        controller.enqueue(value)
      } catch (error) {
        controller.error(error)
        giveUp(error)
      } finally {
        clearTimeout(timeout)
      }
    },
    cancel: (reason) => giveUp(reason),
  })
}

/** A server that was reached said nothing for so many milliseconds. */
export class Silence extends AppError {
  constructor(milliseconds: number) {
    const seconds = Math.max(Math.round(milliseconds / 1_000), 1)
    super('PROVIDER_FAILED', `It said nothing for ${seconds} seconds. Try again, or choose another model.`)
  }
}
