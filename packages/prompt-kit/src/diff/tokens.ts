import { diffArrays } from 'diff'
import { sharedLines } from './sharedLines.ts'

/** A word, a run of spaces within a line, or one other character (a whole code point, so no surrogate pair is ever cut). */
const token = /[\p{L}\p{N}\p{M}_]+|[^\S\n]+|[^]/gu

/** Tokens that may still be compared with one another. Only this bounds the time: it grows with the square of what differs. */
export type Work = { left: number }

/** What one call may do, about 50 ms; the first half is for the texts as a whole. */
export const mostWork = 300_000
/** What stands between two lines is compared up to this many edits, so that one place leaves some of it to the others. */
const maxWithin = 200

const spent = new Error('There is no work left to compare with')

type TokenPart = { kind: 'same' | 'removed' | 'added'; text: string }

/** Takes a text apart into what is compared; together the pieces are the text again. */
type Split = (text: string) => string[]

const words: Split = (text) => text.match(token) ?? []

/**
 * What turns one text into the other, as runs of words, or of what else `split` makes of a text; null where they have too little in
 * common to say so with the `work` there is, of which it takes what it needs.
 */
export function diffTokens(
  before: string,
  after: string,
  work: Work = { left: mostWork },
  split: Split = words,
): TokenPart[] | null {
  const ofLines = work.left / 2
  work.left -= ofLines
  const whole = compare(before, after, work, Infinity, split)
  work.left += ofLines
  return whole ?? compareBetweenLines(before, after, work, split)
}

/** Long texts that differ in many places: what stands between the lines that both have once, and in the same order. */
function compareBetweenLines(before: string, after: string, work: Work, split: Split): TokenPart[] | null {
  const anchors = sharedLines(before, after)
  if (anchors.length === 0) return null
  const parts: TokenPart[] = []
  let from = { old: 0, fresh: 0 }
  for (const { text, old, fresh } of [...anchors, { text: '', old: before.length, fresh: after.length }]) {
    const removed = before.slice(from.old, old)
    const added = after.slice(from.fresh, fresh)
    parts.push(
      ...(compare(removed, added, work, maxWithin, split) ?? [
        { kind: 'removed' as const, text: removed },
        { kind: 'added' as const, text: added },
      ]),
    )
    if (text !== '') parts.push({ kind: 'same', text })
    from = { old: old + text.length, fresh: fresh + text.length }
  }
  return parts.filter(({ text }) => text !== '')
}

function compare(before: string, after: string, work: Work, most: number, split: Split): TokenPart[] | null {
  const old = split(before)
  const fresh = split(after)
  // To find that many edits takes half their square in comparisons at least.
  const bound = Math.min(most, Math.floor(Math.sqrt(2 * work.left)))
  if (Math.abs(old.length - fresh.length) > bound) return null
  const changes = whileWorkLasts(work, (comparator) => diffArrays(old, fresh, { maxEditLength: bound, comparator }))
  if (!changes) return null
  return changes.map((change) => ({
    kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
    text: change.value.join(''),
  }))
}

/** Undefined where the work is spent before there is an answer: only an error makes the comparing stop. */
function whileWorkLasts<T>(work: Work, compareAll: (isSame: (one: string, other: string) => boolean) => T): T | undefined {
  try {
    return compareAll((one, other) => {
      if (work.left < 1) throw spent
      work.left--
      return one === other
    })
  } catch (error) {
    if (error === spent) return undefined
    throw error
  }
}
