export type LiveTexts = Readonly<Record<string, string>>

/**
 * An answer's next piece put where it belongs. Null when a piece before it was missed, so that the whole must be asked for again.
 */
export function addPiece(text: string, offset: number, piece: string): string | null {
  if (offset > text.length) return null
  // Pieces that came twice (with the joining answer and as events) lie over each other.
  const end = offset + piece.length
  return end <= text.length ? text : text.slice(0, offset) + piece
}
