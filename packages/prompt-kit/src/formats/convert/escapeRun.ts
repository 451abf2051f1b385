import type { Span } from '../../brief/schema.ts'
import { raw, tagLike } from './escapeRaw.ts'

/** Plain text of a template with the stretch of the source that it stands for; `isSame`: with the very same characters. */
export type Segment = Span & { text: string; isSame: boolean }

type Placed = Segment & { from: number; to: number }
/** A stretch of the run, `from` and `to` in its text, `start` and `end` in the source. */
type Stretch = Span & { from: number; to: number }

/** Raw stretches between two pieces of code; more of them are made one. */
const mostShort = 500

/**
 * What must be written for the plain text between two pieces of code, by ascending stretches of the source: what stands for other text, and what
 * Liquid would take for a tag.
 */
export function escapeRun(run: readonly Segment[], isFollowed: boolean, isOneRaw: boolean): (Span & { to: string })[] {
  const text = run.map((segment) => segment.text).join('')
  let offset = 0
  const placed = run.map((segment): Placed => {
    const from = offset
    offset += segment.text.length
    return { ...segment, from, to: offset }
  })
  const found = tagLike(text, isFollowed, isOneRaw)
  const few = found.length > mostShort ? tagLike(text, isFollowed, true) : found
  const stretches = merged(few.map((span) => stretchOf(placed, span)))
  const escaped = stretches.map(({ start, end, from, to }) => ({ start, end, to: raw(text.slice(from, to)) }))
  let next = 0
  const replaced = placed.filter(({ isSame, start, end }) => {
    while ((stretches[next]?.end ?? Infinity) <= start) next++
    return !isSame && end <= (stretches[next]?.start ?? Infinity)
  })
  return [...escaped, ...replaced.map(({ start, end, text }) => ({ start, end, to: text }))].toSorted(
    (one, other) => one.start - other.start,
  )
}

/** Where a stretch of the text comes from; what stands for other text is taken whole. */
function stretchOf(placed: readonly Placed[], { start, end }: Span): Stretch {
  const first = placed[firstIndex(placed, ({ from }) => from > start) - 1]
  const last = placed[firstIndex(placed, ({ to }) => to >= end)]
  if (first === undefined || last === undefined) throw new RangeError('A stretch lies outside of its text')
  return {
    from: first.isSame ? start : first.from,
    start: first.isSame ? first.start + start - first.from : first.start,
    to: last.isSame ? end : last.to,
    end: last.isSame ? last.start + end - last.from : last.end,
  }
}

function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of stretches) {
    const last = result.at(-1)
    if (last === undefined || last.to <= stretch.from) result.push(stretch)
    else result[result.length - 1] = { ...last, to: Math.max(last.to, stretch.to), end: Math.max(last.end, stretch.end) }
  }
  return result
}

/** The index of the first that it holds for; it holds for all after one that it holds for. */
function firstIndex<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item === undefined || holds(item)) high = middle
    else low = middle + 1
  }
  return low
}
