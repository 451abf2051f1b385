/** Words of a name beyond these are found by those before them. */
export const mostNameParts = 8

/** A name from each of its words on: how any of these begins finds it. The first is the whole. */
export function nameParts(name: string): string[] {
  const starts = Array.from(name.matchAll(/(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}]/gu), ({ index }) => index)
  return [...new Set([0, ...starts])].slice(0, mostNameParts).map((start) => name.slice(start))
}
