import { readPosition, writePosition } from '@prologue/collab/client'
import { limits, type Anchor } from '@prologue/contracts'
import { createAbsolutePositionFromRelativePosition, createRelativePositionFromTypeIndex, type Text } from 'yjs'

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

/**
 * Where the piece is now; null when its text is gone. What was deleted and came back, by an undo of somebody else or an earlier
 * state, has other characters of the same words: it is found by them where they stand in the text once.
 */
export function rangeOf(text: Text, { start, end, quote }: Anchor): Range | null {
  const from = indexOf(text, start)
  const to = indexOf(text, end)
  if (from !== null && to !== null && from < to) return { from, to }
  if (quote.length < shortestQuote) return null
  const content = text.toJSON()
  const found = content.indexOf(quote)
  const once = found >= 0 && content.indexOf(quote, found + 1) < 0
  return once ? { from: found, to: found + quote.length } : null
}

function indexOf(text: Text, place: Anchor['start']): number | null {
  const position = readPosition(place)
  const found = position && text.doc && createAbsolutePositionFromRelativePosition(position, text.doc)
  return found?.type === text ? found.index : null
}
