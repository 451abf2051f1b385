/** How many days back uses count. */
export const trendingDays = 14

/** After as many days a use counts half. */
const halfLife = 3

/** What a use of that many days ago counts, in thousandths: one of today a thousand, none after two weeks. */
export function trendingWeight(age: number): number {
  return age < trendingDays ? Math.round(1000 * 0.5 ** (age / halfLife)) : 0
}
