import { diffArrays } from 'diff'
import { sharedLines } from './sharedLines.ts'

/** A word, a run of spaces within a line, or one other character (a whole code point, so no surrogate pair is ever cut). */
const token = /[\p{L}\p{N}\p{M}_]+|[^\S\n]+|[^]/gu

/** Texts that differ by more tokens than this are compared by their lines, then by their ends only; it bounds the time. */
const maxEditLength = 2000
/** The same for what stands between two lines. */
const maxWithin = 200

/** Work is about edits × tokens; beyond this many tokens the bound on edits tightens. */
const workBudget = 40_000_000

type TokenPart = { kind: 'same' | 'removed' | 'added'; text: string }

function split(text: string): string[] {
  return text.match(token) ?? []
}

/** What turns one text into the other, as runs of words; null where they have too little in common to say so in bounded time. */
export function diffTokens(before: string, after: string): TokenPart[] | null {
  return compare(before, after, maxEditLength) ?? compareBetweenLines(before, after)
}

/** Long texts that differ in many places: what stands between the lines that both have once, and in the same order. */
function compareBetweenLines(before: string, after: string): TokenPart[] | null {
  const anchors = sharedLines(before, after)
  if (anchors.length === 0) return null
  const parts: TokenPart[] = []
  let from = { old: 0, fresh: 0 }
  for (const { text, old, fresh } of [...anchors, { text: '', old: before.length, fresh: after.length }]) {
    const removed = before.slice(from.old, old)
    const added = after.slice(from.fresh, fresh)
    parts.push(
      ...(compare(removed, added, maxWithin) ?? [
        { kind: 'removed' as const, text: removed },
        { kind: 'added' as const, text: added },
      ]),
    )
    if (text !== '') parts.push({ kind: 'same', text })
    from = { old: old + text.length, fresh: fresh + text.length }
  }
  return parts.filter(({ text }) => text !== '')
}

function compare(before: string, after: string, most: number): TokenPart[] | null {
  const old = split(before)
  const fresh = split(after)
  const bound = Math.min(most, Math.floor(workBudget / (old.length + fresh.length + 1)))
  if (Math.abs(old.length - fresh.length) > bound) return null
  const changes = diffArrays(old, fresh, { maxEditLength: bound })
  if (changes === undefined) return null
  return changes.map((change) => ({
    kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
    text: change.value.join(''),
  }))
}
