import type { Span } from '../../brief/schema.ts'
import { lineAt } from '../document/lines.ts'
import { sources } from '../sources.ts'
import type { Fix, Rule } from '../types.ts'

const forced =
  /(?<![\p{L}\p{N}])(?:you (?:must|should) always|you must|always|make sure to always)\s+((?:use|call|invoke|run))(\s+(?:the\s+|your\s+)?(?:[\p{L}\p{N}_`-]+\s+){0,3}?(?:tools?|functions?|search(?! (?:tool|function)))(?![\p{L}\p{N}]))/giu
/** Words that say when: the rule is bounded already. */
const bounded =
  /^[^.!?\n]{0,80}\b(?:when|if|unless|only|whenever|for (?:questions|requests|anything|tasks)|before|after|to|first|second|last|once|each time)\b/i

export const forcedTool: Rule = {
  name: 'forced-tool',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'A tool that must be used is called where it does not help, with made-up arguments where they are missing.',
  source: sources.claude,
  find({ text, prose, lines }) {
    return [...prose.matchAll(forced)].flatMap((match) => {
      const { index, 0: words, 1: verb = '', 2: tool = '' } = match
      const end = index + words.length
      const isFirst = /(?:^|[.!?:\n]\s*|[-*•]\s+|\d[.)]\s+)$/.test(prose.slice(Math.max(0, index - 12), index))
      if (bounded.test(prose.slice(end, lineAt(lines, index).end))) return []
      return [
        {
          range: { start: index, end },
          message: 'This demands a tool where it may not help.',
          // As it stands: names of tools are often code, which the prose leaves out.
          fix: fixFor({ start: index, end }, isFirst ? capital(verb) : verb, text.slice(end - tool.length, end)),
        },
      ]
    })
  },
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** The order alone, bounded; what follows to the end of the sentence stays as it is. */
function fixFor({ start, end }: Span, order: string, tool: string): Fix {
  return {
    title: 'Leave it to where it helps',
    edits: [{ index: start, remove: end - start, insert: `${order}${tool} when it helps` }],
  }
}
