import { lineAt } from '../document/lines.ts'
import { sources } from '../sources.ts'
import type { Fix, Rule } from '../types.ts'

const forced =
  /(?<![\p{L}\p{N}])(?:you (?:must|should) always|you must|always|make sure to always)\s+((?:use|call|invoke|run))(\s+(?:the\s+|your\s+)?(?:[\p{L}\p{N}_`-]+\s+){0,3}?(?:tools?|functions?|search)(?![\p{L}\p{N}]))/giu
/** Words that say when: the rule is bounded already. */
const bounded = /^[^.!?\n]{0,80}\b(?:when|if|unless|only|whenever|for (?:questions|requests|anything|tasks)|before|after|to|first|second|last|once|each time)\b/i

export const forcedTool: Rule = {
  name: 'forced-tool',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'A tool that must be used is called where it does not help, with made-up arguments where they are missing.',
  source: sources.claude,
  find({ prose, lines }) {
    return [...prose.matchAll(forced)].flatMap((match) => {
      const { index, 0: words, 1: verb = '', 2: tool = '' } = match
      const end = index + words.length
      if (bounded.test(prose.slice(end, lineAt(lines, index).end))) return []
      return [
        {
          range: { start: index, end },
          message: 'This demands a tool where it may not help.',
          fix: fixFor(prose, index, words, verb, tool),
        },
      ]
    })
  },
}

/** The order alone, bounded; what follows to the end of the sentence stays as it is. */
function fixFor(prose: string, start: number, words: string, verb: string, tool: string): Fix {
  const isFirst = /(?:^|[.!?:\n]\s*|[-*•]\s+|\d[.)]\s+)$/.test(prose.slice(Math.max(0, start - 12), start))
  const order = isFirst ? verb.charAt(0).toUpperCase() + verb.slice(1) : verb
  return {
    title: 'Leave it to where it helps',
    edits: [{ index: start, remove: words.length, insert: `${order}${tool} when it helps` }],
  }
}
