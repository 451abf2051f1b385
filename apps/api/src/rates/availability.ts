import type { Logger } from '@prologue/shared'

/** How long a Redis that failed is left alone, in milliseconds, so that a stuck one does not hold up every request. */
const pause = 1_000

/** Whether Redis is there, as its answers tell; logs when it goes and when it comes back. */
export function makeAvailability(logger: Logger) {
  let away = false
  let askAgainAt = 0
  return {
    mayTry: () => performance.now() >= askAgainAt,
    answered(): void {
      if (!away) return
      away = false
      logger.info({}, 'Redis answers again: limits are shared again')
    },
    failed(error: unknown): void {
      askAgainAt = performance.now() + pause
      if (away) return
      away = true
      logger.warn({ err: error }, 'Redis does not answer: limits are counted in this process alone until it does')
    },
  }
}

/** @throws Error where the work takes longer than so many milliseconds; it goes on, unheard */
export async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
