/** Of the counts of one star to five: five first, each with its part of the most frequent one, 0 to 1. */
export function sharesOf(counts: readonly number[]): { stars: number; count: number; share: number }[] {
  const most = Math.max(1, ...counts)
  return counts.map((count, index) => ({ stars: index + 1, count, share: count / most })).toReversed()
}
