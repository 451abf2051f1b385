import type { Span } from '../../brief/schema.ts'

/** A line without its break; `\r` before the break counts to it. */
export type Line = { text: string; start: number; end: number }

export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const stop = newline === -1 ? text.length : newline
    const end = text.charAt(stop - 1) === '\r' && stop > start ? stop - 1 : stop
    lines.push({ text: text.slice(start, end), start, end })
    start = stop + 1
  }
  return lines
}

/** The line that holds this place. */
export function lineAt(lines: readonly Line[], place: number): Line {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((lines[middle]?.start ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return lines[low] ?? { text: '', start: 0, end: 0 }
}

/** A fenced block of code from its opening line to the end of its closing one, or of the text where `mark` never comes again. */
export type Fence = Span & { mark: string; isClosed: boolean; opening: Span }

/** As CommonMark reads them, save that they may stand at any depth, as within lists. */
export function fencesOf(lines: readonly Line[]): Fence[] {
  const fences: Fence[] = []
  let open: { mark: string; opening: Span } | null = null
  for (const { text, start, end } of lines) {
    const bare = text.trim()
    if (open === null) {
      const mark = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(bare)?.[0]
      if (mark !== undefined) open = { mark, opening: { start, end } }
    } else if (bare.startsWith(open.mark) && bare.replaceAll(open.mark.charAt(0), '') === '') {
      fences.push({ ...open, start: open.opening.start, end, isClosed: true })
      open = null
    }
  }
  if (open !== null)
    fences.push({ ...open, start: open.opening.start, end: lines.at(-1)?.end ?? open.opening.end, isClosed: false })
  return fences
}
