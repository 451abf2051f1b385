import type { Span } from '../../brief/schema.ts'
import type { Line } from './lines.ts'

/** The text with the characters of these stretches, in any order, as spaces; line breaks and places stay. */
export function blank(text: string, spans: readonly Span[]): string {
  let result = ''
  let at = 0
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    if (end <= at) continue
    const from = Math.max(start, at)
    result += text.slice(at, from) + text.slice(from, end).replace(/[^\n]/g, ' ')
    at = end
  }
  return result + text.slice(at)
}

/** Code within a line, and addresses. */
export function inlineCode(text: string): Span[] {
  return [...text.matchAll(/`[^`\n]+`|https?:\/\/[^\s<>"')\]]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** From each `open` to the next `close`; one that is never closed is left out. */
export function between(text: string, open: string, close: string): Span[] {
  const spans: Span[] = []
  let start = text.indexOf(open)
  while (start !== -1) {
    const stop = text.indexOf(close, start + open.length)
    if (stop === -1) break
    spans.push({ start, end: stop + close.length })
    start = text.indexOf(open, stop + close.length)
  }
  return spans
}

/** Examples show what others write: what stands in example tags, and under a heading that announces them. */
export function exampleSpans(text: string, headings: readonly Heading[]): Span[] {
  const tagged = ['examples', 'example'].flatMap((name) => between(text, `<${name}`, `</${name}>`))
  const ends = sectionEnds(headings, text.length)
  const headed = headings.flatMap(({ text: title, start }, index) =>
    /^(?:[\p{L}-]+ )?examples?\b/iu.test(title) ? [{ start, end: ends[index] ?? text.length }] : [],
  )
  return [...tagged, ...headed]
}

/** Where the section of each heading ends: at the next one that is not below it. */
function sectionEnds(headings: readonly Heading[], length: number): number[] {
  const starts = new Map<number, number>()
  return headings
    .toReversed()
    .map(({ start, level }) => {
      const end = Math.min(length, ...[...starts].flatMap(([other, at]) => (other <= level ? [at] : [])))
      starts.set(level, start)
      return end
    })
    .toReversed()
}

/** A marked heading; its span is the whole line. */
export type Heading = Span & { text: string; level: number }

export function headingsOf(lines: readonly Line[], isCode: (place: number) => boolean): Heading[] {
  return lines.flatMap(({ text, start, end }) => {
    const match = text.length > 300 ? null : /^ {0,3}(#{1,6})[ \t]+(\S.*)$/.exec(text)
    if (match?.[1] === undefined || match[2] === undefined || isCode(start)) return []
    return [{ start, end, level: match[1].length, text: match[2].replace(/\s#+\s*$/, '').trim() }]
  })
}
