/** Tries again later, each time later than before, and not at the same moment as everybody else. */
export function createRetry(again: () => void): {
  later: () => void
  soon: (ms: number) => void
  reset: () => void
  stop: () => void
} {
  const first = 250
  const longest = 15_000
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | null = null

  function stop(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  function soon(ms: number): void {
    stop()
    timer = setTimeout(again, ms)
  }

  return {
    stop,
    soon,
    later() {
      soon(Math.min(first * 2 ** failures, longest) * (0.5 + Math.random() / 2))
      failures += 1
    },
    reset() {
      stop()
      failures = 0
    },
  }
}
