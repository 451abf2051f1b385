type LineKind = 'heading' | 'tag' | 'item' | 'plain'
type Piece = { text: string; variable: boolean }
/** `hang`: how far, in em of the reading serif, an item's text stands in from its marker's beginning; 0 for other lines. */
export type PromptLine = { kind: LineKind; level: number; pieces: readonly Piece[]; hang: number }

// Tags alone on their line make sections; tags within a sentence are talk about tags.
const tag = /^\s*<\/?[A-Za-z][\w.-]*(?:\s[^<>]*)?>\s*$/u
const heading = /^(#{1,6})\s+\S/u
const item = /^(\s*)([-*•]|\d{1,3}[.)])\s+/u
const variable = /\{\{\s*[\p{L}_][\p{L}\p{N}_.-]*(?:\s*\|[^{}]*)?\s*\}\}/gu

/** How a line of a prompt is to be read; its pieces put together are the line, to the letter. */
export function readLine(line: string): PromptLine {
  const level = heading.exec(line)?.[1]?.length
  if (level) return { kind: 'heading', level, pieces: pieces(line), hang: 0 }
  if (tag.test(line)) return { kind: 'tag', level: 0, pieces: pieces(line), hang: 0 }
  const marker = item.exec(line)?.[0]
  return marker === undefined
    ? { kind: 'plain', level: 0, pieces: pieces(line), hang: 0 }
    : { kind: 'item', level: 0, pieces: pieces(line), hang: widthOf(marker) }
}

const letter = /\p{L}/u
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u

/** A line runs the way its first letter does. */
export function runsRightToLeft(line: string): boolean {
  return rightToLeft.test(letter.exec(line)?.[0] ?? '')
}

// As wide as the reading serif sets them; a space is the most common and the narrowest.
function widthOf(marker: string): number {
  let width = 0
  for (const character of marker) width += /\d/u.test(character) ? 0.5 : /[-*•]/u.test(character) ? 0.36 : 0.22
  return Math.round(width * 100) / 100
}

function pieces(line: string): Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const match of line.matchAll(variable)) {
    if (match.index > at) found.push({ text: line.slice(at, match.index), variable: false })
    found.push({ text: match[0], variable: true })
    at = match.index + match[0].length
  }
  if (at < line.length) found.push({ text: line.slice(at), variable: false })
  return found
}
