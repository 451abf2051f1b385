import { withoutMark } from '../readers.ts'
import { FormatFault } from '../types.ts'

/** Characters: far above any row, so that a quote nobody closed does not gather the whole file. */
const longestRow = 2_000_000

/** A row as it stands in the file, without its line end, and the line it begins on. */
export type CsvRow = { text: string; line: number }

/** `rest` begins with the row that is open, which begins on `line`; up to `at` it was looked at. `closed` is the last quote that closed. */
type Cut = { rest: string; line: number; at: number; isQuoted: boolean; closed: number }

/**
 * Cuts CSV into its rows, which end where a line ends outside quotes. Empty lines are passed over. What a row holds is not judged, so that
 * one with its quotes wrong harms no other. A quote opens only where a cell begins or, doubled, where one just closed.
 * @throws FormatFault where a quote is never closed
 */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  const cut: Cut = { rest: '', line: 1, at: 0, isQuoted: false, closed: -1 }
  let isFirst = true
  for await (const piece of text) {
    if (piece === '') continue
    cut.rest += isFirst ? withoutMark(piece) : piece
    isFirst = false
    yield* completeRows(cut)
    if (cut.rest.length > longestRow) throw new FormatFault(cut.line, tooLong(cut))
  }
  if (cut.isQuoted) throw new FormatFault(cut.line, 'A quote in the row that begins here is not closed.')
  if (cut.rest !== '') yield { text: cut.rest, line: cut.line }
}

function tooLong({ isQuoted }: Cut): string {
  const most = 'The row that begins here has more than 2 million characters'
  return isQuoted ? `${most}; perhaps a quote in it is not closed.` : `${most}.`
}

/** Takes the rows that are complete off the rest. Looks at each character once, and goes on later where it stopped. */
function* completeRows(cut: Cut): Generator<CsvRow> {
  const { rest } = cut
  let start = 0
  let quote = -1
  let lineEnd = -1
  for (;;) {
    if (quote < cut.at) quote = nextOf(rest, '"', cut.at)
    if (!cut.isQuoted && lineEnd < cut.at) lineEnd = nextOf(rest, '\n', cut.at)
    if (!cut.isQuoted && lineEnd < quote) {
      const text = rest.slice(start, rest[lineEnd - 1] === '\r' ? Math.max(start, lineEnd - 1) : lineEnd)
      if (text.length > longestRow) throw new FormatFault(cut.line, tooLong(cut))
      if (text !== '') yield { text, line: cut.line }
      cut.line += 1 + countLines(text)
      start = cut.at = lineEnd + 1
    } else if (quote < rest.length) {
      if (cut.isQuoted) cut.closed = quote
      cut.isQuoted = !cut.isQuoted && (quote === start || rest[quote - 1] === ',' || quote - 1 === cut.closed)
      cut.at = quote + 1
    } else break
  }
  cut.rest = rest.slice(start)
  cut.closed -= start
  cut.at = cut.rest.length
}

function nextOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from)
  return at === -1 ? text.length : at
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}
