import type { TextEdit } from './applyEdits.ts'
import { commonEnds } from './commonEnds.ts'
import { diffTokens } from './tokens.ts'

/** `inWord` tells whether a cut here would leave part of a word on each side. */
function inWord(text: string, index: number): boolean {
  return (
    // Under the flag `u` V8 overlooks letters beyond U+FFFF right before the end.
    /[\p{L}\p{N}\p{M}_\uD800-\uDFFF]$/v.test(text.slice(Math.max(0, index - 2), index)) &&
    /^[\p{L}\p{N}\p{M}_\uD800-\uDFFF]/u.test(text.slice(index, index + 2))
  )
}

/** The two texts without the whole words they share at their ends. */
function middle(before: string, after: string): { start: number; old: string; fresh: string } {
  let { prefix, suffix } = commonEnds(before, after)
  while (prefix > 0 && (inWord(before, prefix) || inWord(after, prefix))) prefix--
  while (suffix > 0 && (inWord(before, before.length - suffix) || inWord(after, after.length - suffix))) suffix--
  return { start: prefix, old: before.slice(prefix, before.length - suffix), fresh: after.slice(prefix, after.length - suffix) }
}

/**
 * The edits that turn `before` into `after`, word by word, so that what others type meanwhile merges well. Indices are UTF-16 units of
 * `before`, ascending, no two touching. Texts with too little in common give one edit between their common ends.
 */
export function minimalEdits(before: string, after: string): TextEdit[] {
  if (before === after) return []
  const { start, old, fresh } = middle(before, after)
  const parts = diffTokens(old, fresh)
  if (parts === null) return [{ index: start, remove: old.length, insert: fresh }]
  const edits: TextEdit[] = []
  let at = start
  let open: TextEdit | null = null
  for (const part of parts) {
    if (part.kind === 'same') {
      at += part.text.length
      open = null
      continue
    }
    if (open === null) {
      open = { index: at, remove: 0, insert: '' }
      edits.push(open)
    }
    if (part.kind === 'removed') {
      open.remove += part.text.length
      at += part.text.length
    } else {
      open.insert += part.text
    }
  }
  return edits
}
