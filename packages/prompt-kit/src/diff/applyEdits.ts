/** Replace `remove` UTF-16 units at `index` of the text before all edits by `insert`. */
export type TextEdit = { index: number; remove: number; insert: string }

/** Applies edits that ascend and do not overlap, as `minimalEdits` gives them. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const edit of edits) {
    if (edit.index < at || edit.index + edit.remove > text.length)
      throw new RangeError(`Edit at ${edit.index} overlaps another or ends outside the text`)
    result += text.slice(at, edit.index) + edit.insert
    at = edit.index + edit.remove
  }
  return result + text.slice(at)
}
