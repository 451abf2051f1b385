import type { Line } from '../document/lines.ts'
import { sources } from '../sources.ts'
import type { Fix, Rule } from '../types.ts'

const verdict = 'verdict|answer|score|rating|label|decision|classification|category|sentiment|result|grade|conclusion'
const reason = 'reason(?:ing|s)?|rationale|explanation|justification|analysis|thoughts?|thinking|evidence'
/** A field on a line of its own: "verdict": …, - verdict: …, verdict — … */
const field = (names: string) =>
  new RegExp(
    String.raw`^([ \t]*)((?:[-*•][ \t]+|\d{1,2}[.)][ \t]+)?["'*\x60]{0,3}(?:${names})["'*\x60]{0,3}[ \t]*(?::|[-–—][ \t]).*?)(,?)[ \t]*$`,
    'i',
  )
const isVerdict = field(verdict)
const isReason = field(reason)
/** Within one line: {"verdict": "…", "reason": "…"}. */
const inline = new RegExp(
  String.raw`\{[^{}\n]{0,200}"(?:${verdict})"\s*:\s*(?=["\d<[])[^{}\n]{0,200}"(?:${reason})"[^{}\n]{0,200}\}`,
  'gi',
)

export const verdictFirst: Rule = {
  name: 'verdict-first',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'A model writes from left to right: reasons that come after the verdict defend it, and do not lead to it.',
  source: sources.claude,
  find({ lines, text }) {
    const hits = [...text.matchAll(inline)].map(({ index, 0: object }) => ({
      range: { start: index, end: index + object.length },
      message,
    }))
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1]
      const [one, other] = [isVerdict.exec(line.text), next && isReason.exec(next.text)]
      if (!one || !other || !next || one[1] !== other[1]) continue
      hits.push({ range: { start: line.start, end: next.end }, message, ...fixFor(line, next, one, other) })
    }
    return hits
  },
}

const message = 'The verdict stands before its reason; swap them.'

/** The two in the other order; a comma stays where it was, a number, too. */
function fixFor(line: Line, next: Line, one: RegExpExecArray, other: RegExpExecArray): { fix?: Fix } {
  const number = /^\d{1,2}[.)][ \t]+/
  const [first = '', second = ''] = [one[2], other[2]]
  const [firstNumber, secondNumber] = [number.exec(first)?.[0] ?? '', number.exec(second)?.[0] ?? '']
  // An object or a list that goes on below its line cannot be moved by its first line.
  if (/[[{(]\s*$/.test(first) || /[[{(]\s*$/.test(second) || (firstNumber === '') !== (secondNumber === '')) return {}
  const indent = one[1] ?? ''
  const above = `${indent}${firstNumber}${second.slice(secondNumber.length)}${one[3] ?? ''}`
  const below = `${indent}${secondNumber}${first.slice(firstNumber.length)}${other[3] ?? ''}`
  return {
    fix: {
      title: 'Swap them',
      edits: [
        { index: line.start, remove: line.end - line.start, insert: above },
        { index: next.start, remove: next.end - next.start, insert: below },
      ],
    },
  }
}
