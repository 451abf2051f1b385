/** Numbers that look random and are the same for the same beginning. */
export type Random = {
  /** From 0 up to, but not including, 1. */
  next(): number
  /** A whole number from 0 up to, but not including, `end`. */
  below(end: number): number
  /** As `below`, the small ones more often: with a `bend` of 2 the first quarter comes half of the time. */
  skewed(end: number, bend: number): number
  /** A whole number whose logarithm is spread evenly, as the ranks of words in a text are. */
  ranked(end: number): number
  /** A positive number around `middle`, half of them below: its logarithm is spread as a bell with the width `spread`. */
  around(middle: number, spread: number): number
  chance(share: number): boolean
  pick<T>(list: readonly [T, ...T[]]): T
  bytes(): Uint8Array
}

/** The generator sfc32, begun from some numbers; each list of numbers gives a series of its own. */
export function makeRandom(...seed: readonly number[]): Random {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = 0xb7e15162
  let counter = 1

  function word(): number {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  for (const number of seed) {
    a ^= number | 0
    b ^= Math.floor(number / 0x1_0000_0000) | 0
    for (let turn = 0; turn < 6; turn += 1) word()
  }
  for (let turn = 0; turn < 6; turn += 1) word()

  const next = () => word() / 0x1_0000_0000
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    skewed: (end, bend) => Math.floor(end * next() ** bend),
    ranked: (end) => Math.floor((end + 1) ** next()) - 1,
    around: (middle, spread) => middle * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)] ?? list[0],
    bytes() {
      const bytes = new Uint8Array(16)
      for (let index = 0; index < 16; index += 1) bytes[index] = word() >>> 24
      return bytes
    },
  }
}
