import { encodeToken } from './encodeToken.ts'
import type { Term } from './queryTerms.ts'
import { splitWords, type Word } from './splitWords.ts'

type Range = { start: number; end: number }

/** Where the terms stand in a text: UTF-16 indices, end exclusive, in order and apart from each other. */
export function matchRanges(text: string, terms: readonly Term[]): Range[] {
  const ranges: Range[] = []
  for (const { start, end } of matches(text, terms)) {
    const last = ranges.at(-1)
    if (last && start <= last.end) last.end = end
    else ranges.push({ start, end })
  }
  return ranges
}

/** Where the first of the terms begins in a text, or null. Reads no further. */
export function firstMatch(text: string, terms: readonly Term[]): number | null {
  return matches(text, terms).next().value?.start ?? null
}

function* matches(text: string, terms: readonly Term[]): Generator<Range, undefined> {
  let before: Word | null = null
  for (const word of splitWords(text)) {
    const pair = before && before.run === word.run ? before : null
    if (pair && has(terms, pair.code + word.code)) yield { start: pair.start, end: word.end }
    else if (has(terms, word.code)) yield { start: word.start, end: word.end }
    before = word.run === null ? null : word
  }
}

function has(terms: readonly Term[], code: string): boolean {
  const token = encodeToken(code)
  return terms.some(({ text, prefix }) => (prefix ? token.startsWith(text) : token === text))
}
