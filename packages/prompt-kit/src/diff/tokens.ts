import { diffArrays } from 'diff'

/** A word, a run of spaces within a line, or one other character (a whole code point, so no surrogate pair is ever cut). */
const token = /[\p{L}\p{N}\p{M}_]+|[^\S\n]+|[^]/gu

/** Texts that differ by more tokens than this are compared by their ends only; it bounds the time. */
const maxEditLength = 2000

/** Work is about edits × tokens; beyond this many tokens the bound on edits tightens. */
const workBudget = 40_000_000

type TokenPart = { kind: 'same' | 'removed' | 'added'; text: string }

function split(text: string): string[] {
  return text.match(token) ?? []
}

/** What turns one text into the other, as runs of words; null where they have too little in common to say so in bounded time. */
export function diffTokens(before: string, after: string): TokenPart[] | null {
  const old = split(before)
  const fresh = split(after)
  const bound = Math.min(maxEditLength, Math.floor(workBudget / (old.length + fresh.length + 1)))
  if (Math.abs(old.length - fresh.length) > bound) return null
  const changes = diffArrays(old, fresh, { maxEditLength: bound })
  if (changes === undefined) return null
  return changes.map((change) => ({
    kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
    text: change.value.join(''),
  }))
}
