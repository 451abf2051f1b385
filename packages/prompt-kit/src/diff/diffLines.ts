import type { DiffPart } from './diffWords.ts'
import { diffTokens, mostWork, type Work } from './tokens.ts'

/**
 * A line of either text. `parts` make it up, without its end: `same` ones, and in a line that went or came in place of a similar one the
 * words that differ. `before` and `after` are its number in each text, from 1; null where that text does not have it.
 */
export type DiffLine = { kind: DiffPart['kind']; parts: DiffPart[]; before: number | null; after: number | null }

/** A run of lines with all of their ends. */
type Run = { kind: DiffPart['kind']; text: string }

const line = /[^\n]*\n/g
/** Less than this part of a line's letters in common, and it is another line rather than a changed one. */
const alike = 0.4

/** The difference line by line, in the order of both texts; what went stands before what came in its place. */
export function diffLines(before: string, after: string): DiffLine[] {
  const work: Work = { left: mostWork }
  const [old, fresh] = [withEnd(before), withEnd(after)]
  const runs: Run[] =
    old === fresh
      ? [{ kind: 'same', text: old }]
      : (diffTokens(old, fresh, work, linesOf) ?? [
          { kind: 'removed', text: old },
          { kind: 'added', text: fresh },
        ])
  const lines: DiffLine[] = []
  const at = { before: 1, after: 1 }
  const push = (kind: DiffLine['kind'], parts: DiffPart[]) => {
    const [inBefore, inAfter] = [kind !== 'added', kind !== 'removed']
    lines.push({ kind, parts, before: inBefore ? at.before++ : null, after: inAfter ? at.after++ : null })
  }
  for (const { same, removed, added } of hunksOf(runs)) {
    const words = removed && added ? wordsOf(removed, added, work) : null
    for (const parts of linesFrom(words, 'removed', removed)) push('removed', parts)
    for (const parts of linesFrom(words, 'added', added)) push('added', parts)
    for (const text of linesOf(same)) push('same', plain('same', text))
  }
  return lines
}

/** Every line has an end then, so that the last one is like the others. */
const withEnd = (text: string) => (text === '' ? '' : `${text}\n`)

const linesOf = (text: string): string[] => text.match(line) ?? []

const plain = (kind: DiffPart['kind'], text: string): DiffPart[] => (text === '\n' ? [] : [{ kind, text: text.slice(0, -1) }])

/** Runs put together: what went and what came between two stretches that stayed, and the stretch after them. */
function hunksOf(runs: readonly Run[]): { removed: string; added: string; same: string }[] {
  const hunks: { removed: string; added: string; same: string }[] = []
  let last: { removed: string; added: string; same: string } | undefined
  for (const { kind, text } of runs) {
    if (!last || (kind !== 'same' && last.same !== '')) hunks.push((last = { removed: '', added: '', same: '' }))
    last[kind] += text
  }
  return hunks
}

const letters = (text: string) => text.match(/\S/gu)?.length ?? 0

/** The words that differ between two stretches; null where they have too little in common to tell. */
function wordsOf(removed: string, added: string, work: Work): Run[] | null {
  const words = diffTokens(removed, added, work)
  if (!words) return null
  const shared = words.reduce((sum, { kind, text }) => (kind === 'same' ? sum + letters(text) : sum), 0)
  return shared >= alike * Math.min(letters(removed), letters(added)) ? words : null
}

/** The lines of one of two stretches with what differs in them, or as they are where there is no telling. */
function linesFrom(words: readonly Run[] | null, kind: 'removed' | 'added', text: string): DiffPart[][] {
  if (!words) return linesOf(text).map((one) => plain('same', one))
  const lines: DiffPart[][] = [[]]
  for (const word of words) {
    if (word.kind !== 'same' && word.kind !== kind) continue
    const pieces = word.text.split('\n')
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) lines.push([])
      if (piece !== '') lines.at(-1)?.push({ kind: word.kind, text: piece })
    }
  }
  // After the last end nothing comes.
  return lines.slice(0, -1)
}
