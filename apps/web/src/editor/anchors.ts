import { writePosition } from '@prologue/collab/client'
import { limits, type Anchor } from '@prologue/contracts'
import { createRelativePositionFromTypeIndex, type Item, type Text } from 'yjs'

export type Range = { from: number; to: number }

/** Shorter words are too often there again by chance. */
const shortestQuote = 8

/** Ties a piece of the text to its characters, so that it moves with them; null for nothing. */
export function anchorOf(text: Text, { from, to }: Range): Anchor | null {
  // Each end holds on to a character inside: what is written at the edge stays outside.
  const start = writePosition(createRelativePositionFromTypeIndex(text, from, 0))
  const end = writePosition(createRelativePositionFromTypeIndex(text, to, -1))
  const quote = text.toJSON().slice(from, to).slice(0, limits.commentQuote).toWellFormed()
  return start && end && quote !== '' ? { start, end, quote } : null
}

/** Where one piece is now; null when its text is gone. */
export function rangeOf(text: Text, anchor: Anchor): Range | null {
  return rangesOf(text, new Map([['', anchor]])).get('') ?? null
}

/**
 * Where pieces are now, by their ids; those whose text is gone are not in it. What was deleted and came back, by an undo or an
 * earlier state, has other characters of the same words: it is found by them where they stand in the text once.
 */
export function rangesOf(text: Text, anchors: ReadonlyMap<string, Anchor>): Map<string, Range> {
  const found = new Map<string, Range>()
  const ends = [...anchors.values()].flatMap(({ start, end }) => [start, end])
  const places = indicesOf(text, ends)
  let content: string | null = null
  for (const [id, { start, end, quote }] of anchors) {
    const [from, to] = [places.get(start), places.get(end)]
    if (from !== undefined && to !== undefined && from < to) found.set(id, { from, to })
    else if (quote.length >= shortestQuote) {
      content ??= text.toJSON()
      const at = content.indexOf(quote)
      if (at >= 0 && content.indexOf(quote, at + 1) < 0) found.set(id, { from: at, to: at + quote.length })
    }
  }
  return found
}

type Place = Anchor['start']
type Wanted = { clock: number; place: Place }

/**
 * All in one walk through the text: asked for one by one, each would walk back to its beginning, which takes seconds for some
 * hundred comments on a text of many edits.
 */
function indicesOf(text: Text, places: readonly Place[]): Map<Place, number> {
  const wanted = new Map<number, Wanted[]>()
  for (const place of places) {
    if (!('item' in place)) continue
    const { client, clock } = place.item
    const list = wanted.get(client) ?? []
    list.push({ clock, place })
    wanted.set(client, list)
  }
  for (const list of wanted.values()) list.sort((one, other) => one.clock - other.clock)

  const indices = new Map<Place, number>()
  let index = 0
  for (let item: Item | null = text._start; item !== null; item = item.right) {
    const counts = !item.deleted && item.countable
    for (const { clock, place } of within(wanted.get(item.id.client) ?? [], item)) {
      const inside = clock - item.id.clock + ((place.assoc ?? 0) < 0 ? 1 : 0)
      indices.set(place, counts ? index + inside : index)
    }
    if (counts) index += item.length
  }
  return indices
}

/** Of what is sorted by clock, that which lies in an item. */
function within(list: readonly Wanted[], { id: { clock }, length }: Item): readonly Wanted[] {
  if (list.length === 0) return list
  const first = firstFrom(list, clock)
  return list.slice(first, firstFrom(list, clock + length))
}

function firstFrom(list: readonly Wanted[], clock: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.clock ?? Infinity) < clock) low = middle + 1
    else high = middle
  }
  return low
}
