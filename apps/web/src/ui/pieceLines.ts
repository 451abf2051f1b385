import type { TextPiece } from '@prologue/prompt-kit'
import { readLine, type PromptLine } from './promptLines.ts'

/** One line of a rendered text: how it is to be read, and what of it was filled in. */
export type PieceLine = Pick<PromptLine, 'kind' | 'hang'> & { pieces: readonly TextPiece[] }

/** Pieces by their lines; a value of several lines is filled in on each. */
export function pieceLines(pieces: readonly TextPiece[]): PieceLine[] {
  const lines: TextPiece[][] = [[]]
  for (const piece of pieces) {
    if (piece.kind === 'gap') {
      lines.at(-1)?.push(piece)
      continue
    }
    for (const [index, text] of piece.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...piece, text })
    }
  }
  return lines.map(readPieces)
}

function readPieces(pieces: readonly TextPiece[]): PieceLine {
  const text = pieces.map((piece) => (piece.kind === 'gap' ? piece.name : piece.text)).join('')
  const { kind, hang } = readLine(text)
  // A tag that somebody filled in, or part of one, is to be seen as what it is.
  return kind === 'tag' && pieces.some((piece) => piece.kind !== 'plain')
    ? { kind: 'plain', hang: 0, pieces }
    : { kind, hang, pieces }
}

/** The same lines as objects that stay the same from one reading to the next, so that only what changed is drawn again. */
export function keepLines(before: readonly PieceLine[], now: readonly PieceLine[]): PieceLine[] {
  const known = new Map(before.map((line) => [keyOf(line), line]))
  return now.map((line) => known.get(keyOf(line)) ?? line)
}

const keyOf = (line: PieceLine): string => JSON.stringify(line.pieces)
