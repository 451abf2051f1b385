/** Something that happened, and how much of it; `at` in milliseconds. */
export type Happening = { at: number; weight: number }

export type Burst = { firstAt: number; lastAt: number; count: number }

type Rule = { threshold: number; windowMs: number }

/** Where of `happenings`, in the order of time, a threshold is reached within a window. A burst has all that its window has. */
export function findBursts(happenings: readonly Happening[], { threshold, windowMs }: Rule): Burst[] {
  const bursts: Burst[] = []
  let recent: Happening[] = []
  let toldUntil = Number.NEGATIVE_INFINITY
  for (const one of happenings) {
    if (one.at <= toldUntil) continue
    recent = [...recent.filter(({ at }) => at >= one.at - windowMs), one]
    const firstAt = recent.reduce((sum, { weight }) => sum + weight, 0) < threshold ? undefined : recent[0]?.at
    if (firstAt === undefined) continue
    bursts.push(burstFrom(happenings, firstAt, windowMs))
    toldUntil = firstAt + windowMs
    recent = []
  }
  return bursts
}

/** All that happened within a window that begins at an instant. */
export function burstFrom(happenings: readonly Happening[], firstAt: number, windowMs: number): Burst {
  const within = happenings.filter(({ at }) => at >= firstAt && at <= firstAt + windowMs)
  return { firstAt, lastAt: within.at(-1)?.at ?? firstAt, count: within.reduce((sum, { weight }) => sum + weight, 0) }
}
