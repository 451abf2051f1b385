import type { ProposedEdit } from '@prologue/contracts'

export type LiveTexts = Readonly<Record<string, string>>
/** The edits of answers being written, by prompt, as far as they are complete. */
export type LiveEdits = Readonly<Record<string, readonly ProposedEdit[]>>

/**
 * An answer's next piece put where it belongs. Null when a piece before it was missed, so that the whole must be asked for again.
 */
export function addPiece(text: string, offset: number, piece: string): string | null {
  if (offset > text.length) return null
  // Pieces that came twice (with the joining answer and as events) lie over each other.
  const end = offset + piece.length
  return end <= text.length ? text : text.slice(0, offset) + piece
}

/** An answer's next edit, beside those before it; one that came twice is there once. Null when one before it was missed. */
export function addEdit(edits: readonly ProposedEdit[], position: number, edit: ProposedEdit): readonly ProposedEdit[] | null {
  if (position > edits.length) return null
  return position < edits.length ? edits : [...edits, edit]
}
