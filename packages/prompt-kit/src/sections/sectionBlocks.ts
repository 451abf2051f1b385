import type { Line } from '../checker/document/lines.ts'

/** A pair of tags that begins and ends with its lines. */
export type Block = { name: string; from: number; bodyFrom: number; bodyTo: number; to: number }

const opening = /^ {0,3}<([a-z][a-z0-9_]{0,60})>/
const closing = /<\/([a-z][a-z0-9_]{0,60})>[ \t]*$/
/** Tags of web pages; where one stands on a line of its own, the prompt shows a page. */
const web =
  /^(?:html|head|body|title|style|script|main|nav|article|aside|section|header|footer|div|span|p|a|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|form|button|select|label|pre|code|h[1-6]|svg|iframe)$/

/** The outermost pairs of tags in snake_case, in order. Each line is looked at once. */
export function sectionBlocks(lines: readonly Line[], isCode: (place: number) => boolean): Block[] {
  const waiting = new Map<string, { from: number; bodyFrom: number }[]>()
  const pairs: Block[] = []
  for (const { text, start } of lines) {
    if (isCode(start)) continue
    const begins = opening.exec(text)
    const name = begins?.[1]
    if (begins !== null && name !== undefined && !web.test(name)) {
      const open = waiting.get(name) ?? []
      open.push({ from: start, bodyFrom: start + begins[0].length })
      waiting.set(name, open)
    }
    // Only the end is looked at, so that a long line costs no more than a short one.
    const at = text.lastIndexOf('</')
    const ends = at === -1 ? null : closing.exec(text.slice(at))
    const first = ends?.[1] === undefined ? undefined : waiting.get(ends[1])?.pop()
    if (first !== undefined && ends?.[1] !== undefined)
      pairs.push({ name: ends[1], ...first, bodyTo: start + at, to: start + at + ends[0].trimEnd().length })
  }
  const outermost: Block[] = []
  for (const pair of pairs.toSorted((one, other) => one.from - other.from))
    if (pair.from >= (outermost.at(-1)?.to ?? 0)) outermost.push(pair)
  return outermost
}
