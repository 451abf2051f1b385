import type { Span } from '../brief/schema.ts'
import type { Line } from './document/lines.ts'

const comment = /(?:<!--|\{%-? *comment *-?%\}) *check-off(-next)?: *([a-z, -]{1,400}?) *(?:-->|\{%-? *endcomment *-?%\})/g

/**
 * What comments in the text switch off: `check-off: rule, rule` for the whole of it, `check-off-next: rule` for the next line that is not blank.
 * They are HTML comments, or comments of the template, which are not rendered.
 */
export function switchedOff(text: string, lines: readonly Line[]): (rule: string, range: Span) => boolean {
  const off = [...text.matchAll(comment)].map((match) => ({
    rules: new Set(match[2]?.split(/[ ,]+/)),
    line: match[1] === undefined ? null : nextLine(lines, match.index + match[0].length),
  }))
  return (rule, { start }) =>
    off.some(({ rules, line }) => rules.has(rule) && (line === null || (line.start <= start && start <= line.end)))
}

function nextLine(lines: readonly Line[], place: number): Span {
  return lines.find(({ start, text }) => start >= place && text.trim() !== '') ?? { start: -1, end: -1 }
}
