import { minimalEdits, rebaseEdits, type TextEdit } from '@prologue/prompt-kit'

/** What makes `to` of a text that said `from`, whatever people have made of it meanwhile: what they wrote stays. */
export function changeOver(from: string, to: string): (current: string) => TextEdit[] {
  const edits = minimalEdits(from, to)
  // Somebody on another node may have written the same meanwhile: it is not put in twice.
  return (current) => (current === to ? [] : rebaseEdits(edits, minimalEdits(from, current)))
}
