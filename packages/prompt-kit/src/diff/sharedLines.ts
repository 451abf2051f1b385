/** A line, with its end, and where it begins in each of two texts. */
export type SharedLine = { text: string; old: number; fresh: number }

const line = /[^\n]*\n|[^\n]+/g

/** The lines that each text has exactly once and both have in this order: as many of them as can be. */
export function sharedLines(before: string, after: string): SharedLine[] {
  const inFresh = uniqueLines(after)
  const shared: SharedLine[] = []
  for (const [text, old] of uniqueLines(before)) {
    const fresh = inFresh.get(text)
    if (fresh !== undefined) shared.push({ text, old, fresh })
  }
  return longestRising(shared)
}

/** Where each line begins that a text has once, in its order. */
function uniqueLines(text: string): Map<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (const { 0: found, index } of text.matchAll(line)) {
    if (places.has(found)) repeated.add(found)
    else places.set(found, index)
  }
  for (const found of repeated) places.delete(found)
  return places
}

/** The longest part of a list, in its order, whose places in the fresh text rise. */
function longestRising(lines: readonly SharedLine[]): SharedLine[] {
  type Link = { line: SharedLine; before: Link | undefined }
  /** At each length the chain that ends earliest. */
  const ends: Link[] = []
  for (const each of lines) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((ends[middle]?.line.fresh ?? Infinity) < each.fresh) low = middle + 1
      else high = middle
    }
    ends[low] = { line: each, before: ends[low - 1] }
  }
  const chain: SharedLine[] = []
  for (let link = ends.at(-1); link; link = link.before) chain.push(link.line)
  return chain.toReversed()
}
