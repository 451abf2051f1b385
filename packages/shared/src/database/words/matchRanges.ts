import { encodeToken } from './encodeToken.ts'
import type { Term } from './queryTerms.ts'
import { splitWords, type Word } from './splitWords.ts'

/** Where the terms stand in a text: UTF-16 indices, end exclusive, in order and apart from each other. */
export function matchRanges(text: string, terms: readonly Term[]): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = []
  let before: Word | null = null
  for (const word of splitWords(text)) {
    const pair = before && before.run === word.run ? before : null
    if (pair && has(terms, pair.code + word.code)) add(ranges, pair.start, word.end)
    else if (has(terms, word.code)) add(ranges, word.start, word.end)
    before = word.run === null ? null : word
  }
  return ranges
}

function has(terms: readonly Term[], code: string): boolean {
  const token = encodeToken(code)
  return terms.some(({ text, prefix }) => (prefix ? token.startsWith(text) : token === text))
}

function add(ranges: { start: number; end: number }[], start: number, end: number): void {
  const last = ranges.at(-1)
  if (last && start <= last.end) last.end = end
  else ranges.push({ start, end })
}
