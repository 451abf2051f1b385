/** Who writes where, and how long one measurement of it takes. */
export type Shape = {
  name: string
  drafts: number
  /** In each draft. */
  people: number
  seconds: number
  /** Milliseconds until somebody's next letter, from a random number in [0, 1). */
  pause: (random: number) => number
}

/** Half as long to half as long again as the mean. */
const around = (mean: number) => (random: number) => mean * (0.5 + random)

/** Two people typing: letters follow each other quickly, and at the end of every eighth or so somebody thinks. */
const rhythm = (random: number) => (random < 0.88 ? 80 + random * 160 : 300 + (random - 0.88) * 4_000)

export const shapes: Shape[] = [
  { name: '1×2', drafts: 1, people: 2, seconds: 5, pause: rhythm },
  { name: '20×5', drafts: 20, people: 5, seconds: 4, pause: around(500) },
  { name: '1×50', drafts: 1, people: 50, seconds: 4, pause: around(1_000) },
]

const oftenEnough = (mean: number) => ({ pause: around(mean), seconds: 6 })

/** Who writes where while the server's work is measured. */
export const loads: Shape[] = [
  { name: '1×2', drafts: 1, people: 2, ...oftenEnough(100) },
  { name: '20×5', drafts: 20, people: 5, ...oftenEnough(500) },
  { name: '100×5', drafts: 100, people: 5, ...oftenEnough(500) },
  { name: '1×50', drafts: 1, people: 50, ...oftenEnough(1_000) },
  { name: '1×200', drafts: 1, people: 200, ...oftenEnough(25_000), seconds: 12 },
]
