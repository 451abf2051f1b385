/** A token bucket: `perSecond` on average, up to `burst` at once. `take` says whether there was one. */
export function createRateLimit(perSecond: number, burst: number, now: () => number): { take: () => boolean } {
  let tokens = burst
  let last = now()
  return {
    take() {
      const time = now()
      tokens = Math.min(burst, tokens + (Math.max(time - last, 0) / 1_000) * perSecond)
      last = time
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
