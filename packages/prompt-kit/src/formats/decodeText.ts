import { FormatFault } from './types.ts'

/**
 * The text of a file from its bytes, however they are cut.
 * @throws FormatFault with the line that is not UTF-8
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // A mark at the beginning is for the formats, who know what it is.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let line = 1
  for await (const piece of bytes) {
    const text = decode(decoder, piece, line)
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) line++
    yield text
  }
  yield decode(decoder, null, line)
}

function decode(decoder: TextDecoder, piece: Uint8Array | null, line: number): string {
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true })
  } catch {
    throw new FormatFault(
      piece === null ? line : line + goodLines(piece),
      'This is not text in UTF-8: save the file in that encoding.',
    )
  }
}

/** How many lines end before the first byte that cannot stand in a text. */
function goodLines(piece: Uint8Array): number {
  const [before = ''] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece).split('\uFFFD', 1)
  return before.split('\n').length - 1
}
