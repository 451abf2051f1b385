import type * as Y from 'yjs'

/**
 * A stretch of the text that one client wrote in one go: the character at `from + n` is the client's `clock + n`th.
 * Places are UTF-16 units of the text, `to` exclusive.
 */
export type AuthorRange = { from: number; to: number; client: number; clock: number }

/**
 * Who wrote what is in a text now, in its order and without gaps. Walks over what the document keeps of the text, deleted
 * pieces too: a few milliseconds for a hundred thousand pieces.
 */
export function authorRanges(text: Y.Text): AuthorRange[] {
  const ranges: AuthorRange[] = []
  let last: AuthorRange | undefined
  let at = 0
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    const { client, clock } = item.id
    const to = at + item.length
    if (last?.client === client && last.clock + last.to - last.from === clock) last.to = to
    else ranges.push((last = { from: at, to, client, clock }))
    at = to
  }
  return ranges
}

/** The range a character is in, null beyond the end. */
export function rangeAt(ranges: readonly AuthorRange[], index: number): AuthorRange | null {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const range = ranges[middle]
    if (range && range.to <= index) low = middle + 1
    else high = middle
  }
  const found = ranges[low]
  return found && found.from <= index ? found : null
}
