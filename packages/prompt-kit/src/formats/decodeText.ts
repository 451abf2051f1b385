import { FormatFault } from './types.ts'

/**
 * The text of a file from its bytes, however they are cut.
 * @throws FormatFault with the line that is not UTF-8
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // A mark at the beginning is for the formats, who know what it is.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let line = 1
  /** The bytes of a letter that the next piece goes on with. */
  let begun: number[] = []
  for await (const piece of bytes) {
    const text = decode(decoder, piece)
    if (text === null) throw fault(line + goodLines(Uint8Array.from([...begun, ...piece])))
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) line++
    begun = begunIn([...begun, ...piece.subarray(-3)].slice(-3))
    yield text
  }
  const end = decode(decoder, null)
  if (end === null) throw fault(line)
  yield end
}

/** Null where the bytes are no text. */
function decode(decoder: TextDecoder, piece: Uint8Array | null): string | null {
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true })
  } catch {
    return null
  }
}

function fault(line: number): FormatFault {
  return new FormatFault(line, 'This is not text in UTF-8: save the file in that encoding.')
}

/** What of the last bytes of a text begins a letter without ending it. */
function begunIn(last: readonly number[]): number[] {
  const at = last.findLastIndex((byte) => byte >= 0xc0)
  const first = last[at] ?? 0
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  return at === -1 || at + length <= last.length ? [] : last.slice(at)
}

/** How many lines end before the first that is no text. No byte of a letter of several is that of a line's end. */
function goodLines(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let lines = 0, from = 0; ; lines++) {
    const end = bytes.indexOf(0x0a, from)
    if (end === -1 || decode(decoder, bytes.subarray(from, end)) === null || decode(decoder, null) === null) return lines
    from = end + 1
  }
}
