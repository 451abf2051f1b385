import type { Span } from '../../brief/schema.ts'
import type { Code } from './pieces.ts'

/**
 * A tag of a block that stands alone on its line, which Mustache and Handlebars print nothing of, not even its line: the stretch with the space
 * around it, and how its code takes away the rest. Null where it is not alone.
 */
export function standalone(text: string, { start, end }: Span): { range: Span; finish: (code: Code) => Code } | null {
  let from = start
  while (/[ \t]/.test(text.charAt(from - 1))) from--
  let to = end
  while (/[ \t]/.test(text.charAt(to))) to++
  const lineEnd = text.startsWith('\r\n', to) ? to + 2 : text.charAt(to) === '\n' ? to + 1 : to
  const isAlone = (from === 0 || text.charAt(from - 1) === '\n') && (lineEnd > to || to === text.length)
  if (!isAlone) return null
  // A dash takes all space that follows, so it serves where that is the line break alone.
  const isBreakAlone = lineEnd > to && !/[\s\u180E]/.test(text.charAt(lineEnd))
  if (isBreakAlone) return { range: { start: from, end: to }, finish: withDash }
  return { range: { start: from, end: lineEnd }, finish: (code) => code }
}

function withDash(code: Code): Code {
  const last = code.at(-1)
  return typeof last === 'string' ? [...code.slice(0, -1), last.replace(/ ?%\}$/, ' -%}')] : code
}
