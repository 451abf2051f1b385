import type { Marked } from '@prologue/contracts'
import { firstMatch, matchRanges, type Term } from '../database/words/index.ts'

/** Characters of an excerpt, and of those before the first word that was found. */
const longest = 240
const before = 60

/** Characters of a text that are looked through: the index has no words of more. */
const readable = 20_000

/** A whole text with the places of the terms. */
export function mark(text: string, terms: readonly Term[]): Marked {
  return { text, ranges: matchRanges(text, terms) }
}

/** A piece of a long text around the first of the terms, on one line; its beginning where none stands in it. */
export function excerpt(text: string, terms: readonly Term[]): Marked {
  const flat = text.slice(0, readable).replace(/\s/g, ' ')
  const first = firstMatch(flat, terms) ?? 0
  const start = Math.max(0, first - before)
  const piece = flat.slice(start, start + longest)
  // A character outside the plane of two bytes may have been cut.
  const whole = piece.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
  return mark(`${start > 0 ? '…' : ''}${whole}${start + longest < text.length ? '…' : ''}`, terms)
}
