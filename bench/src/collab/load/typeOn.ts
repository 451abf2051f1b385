import type { Shape } from '../shapes.ts'

/** Has everybody type in the shape's rhythm until the time is over. The same seed gives the same rhythm. */
export async function typeOn(typists: readonly { type: () => void }[], { pause, seconds }: Shape, seed: number): Promise<void> {
  const end = performance.now() + seconds * 1_000
  const random = makeRandom(seed)

  await Promise.all(
    typists.map(
      (typist) =>
        new Promise<void>((resolve) => {
          function later(milliseconds: number): void {
            const wait = Math.max(0, Math.min(milliseconds, end - performance.now()))
            setTimeout(() => {
              if (performance.now() >= end) return resolve()
              typist.type()
              later(pause(random()))
            }, wait)
          }
          // Nobody begins at the same moment.
          later(pause(random()) * random())
        }),
    ),
  )
}

/** Numbers in [0, 1) that repeat with their seed (a linear congruence of 32 bits). */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
