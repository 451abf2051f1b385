import type { TextEdit } from './applyEdits.ts'

/**
 * The edits of one text as edits of what others made of that text meanwhile: both lists count from the same text.
 * What the others inserted stays, also amid a stretch that is removed here; what they removed is not removed twice.
 */
export function rebaseEdits(edits: readonly TextEdit[], over: readonly TextEdit[]): TextEdit[] {
  return edits.flatMap(({ index, remove, insert }) => {
    const removals = survivors(index, index + remove, over).map(([from, to]) => ({
      index: moved(from, over),
      remove: to - from,
      insert: '',
    }))
    if (insert === '') return removals
    const at = moved(index, over)
    const [first, ...rest] = removals
    return first?.index === at ? [{ ...first, insert }, ...rest] : [{ index: at, remove: 0, insert }, ...removals]
  })
}

/** The parts of a stretch that the others neither removed nor wrote into. */
function survivors(from: number, to: number, over: readonly TextEdit[]): [number, number][] {
  const parts: [number, number][] = []
  let start = from
  for (const { index, remove } of over) {
    if (index + remove < start || index >= to) continue
    if (index > start) parts.push([start, index])
    start = Math.max(start, index + remove)
  }
  if (start < to) parts.push([start, to])
  return parts
}

/** Where a place has come to; within a stretch that the others replaced, behind what they put there. */
function moved(place: number, over: readonly TextEdit[]): number {
  let shift = 0
  for (const { index, remove, insert } of over) {
    if (index + remove <= place) shift += insert.length - remove
    else if (index < place) return index + shift + insert.length
  }
  return place + shift
}
