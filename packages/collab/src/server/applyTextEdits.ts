import { AppError } from '@prologue/contracts'
import type * as Y from 'yjs'
import type { TextEdit } from '../protocol.ts'

/**
 * Makes the changes in a Yjs text. Edges that would cut a character in two (a surrogate pair, as in an emoji) are moved
 * outwards, since half a character cannot be stored. Throws VALIDATION when changes overlap or lie outside.
 */
export function applyTextEdits(text: Y.Text, edits: readonly TextEdit[]): void {
  const before = text.toJSON()
  let rest = before.length
  // From the end, so that no change moves the place of another.
  for (const edit of edits.toReversed().toSorted((a, b) => b.index - a.index)) {
    const end = edit.index + edit.remove
    if (!Number.isInteger(edit.index) || !Number.isInteger(edit.remove) || edit.index < 0 || edit.remove < 0 || end > rest) {
      throw new AppError('VALIDATION', 'The changes do not fit the text.')
    }
    const head = splitsPair(before, edit.index) ? before.charAt(edit.index - 1) : ''
    const tail = splitsPair(before, end) ? before.charAt(end) : ''
    const insert = (head + edit.insert + tail).toWellFormed()
    const from = edit.index - head.length
    rest = from
    const remove = edit.remove + head.length + tail.length
    if (insert) text.insert(from + remove, insert)
    if (remove > 0) text.delete(from, remove)
  }
}

function splitsPair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1)
  const after = text.charCodeAt(index)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
