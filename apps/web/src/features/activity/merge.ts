import type { Activity } from '@prologue/contracts'

type Placed = Pick<Activity, 'id' | 'at' | 'sequence'>

/** Less than nothing where `one` is newer. */
const byNewest = (one: Placed, other: Placed) => other.at.getTime() - one.at.getTime() || other.sequence - one.sequence

/**
 * Rows of both, each once, the newest first, as `known` is already. What comes is next to one of its ends, mostly: of a hundred
 * thousand rows few are looked at.
 */
export function merge<Row extends Placed>(known: readonly Row[], more: readonly Row[]): Row[] {
  const coming = more.toSorted(byNewest)
  const [newest] = coming
  if (!newest) return [...known]
  const start = placeOf(known, newest)
  const merged = known.slice(0, start)
  let next = start
  for (const row of coming) {
    for (let before = known[next]; before && byNewest(before, row) < 0; before = known[next]) {
      merged.push(before)
      next += 1
    }
    if (known[next]?.id === row.id) next += 1
    if (merged.at(-1)?.id !== row.id) merged.push(row)
  }
  return merged.concat(known.slice(next))
}

/** Whether a row is among those known, which are the newest first. */
export function has(known: readonly Placed[], row: Placed): boolean {
  return known[placeOf(known, row)]?.id === row.id
}

/** Where a row stands among those known, or would. */
function placeOf(known: readonly Placed[], row: Placed): number {
  let [low, high] = [0, known.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const before = known[middle]
    if (before && byNewest(before, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}
