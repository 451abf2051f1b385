import { archetypeOf } from '../../brief/read/task.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'
import { firstLine } from './noFallback.ts'

const format =
  /\b(?:json|xml|yaml|csv|html|markdown|table|bullet(?:ed|s)?|numbered|list of|code block|format(?:ted)?|template|layout|structure[ds]?|output|headings?|sections?|columns?|fields?|schema|(?:reply|respond|answer|return)\s+(?:only\s+)?(?:with|in|as|using)|in (?:one|two|three|a few|\d+) (?:words?|sentences?|paragraphs?|lines?)|(?:\d+|one|two|three|four|five|six|ten|hundred)\s+(?:words?|sentences?|paragraphs?|lines?|bullets?|characters?))\b/i
const fewestWords = 25
const structured: ReadonlySet<string> = new Set(['extract', 'classify'])

export const noOutputFormat: Rule = {
  name: 'no-output-format',
  severity: 'info',
  certainty: 'heuristic',
  why: 'Where the shape of the answer is open, each run chooses another.',
  source: sources.gpt,
  find(text) {
    const { prose, structure } = text
    const words = prose.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0
    if (words < fewestWords || format.test(structure) || text.fences.length > 0) return []
    const archetype = archetypeOf(prose)
    const severity = archetype !== null && structured.has(archetype) ? 'warning' : undefined
    return [
      { range: firstLine(text), message: 'Nothing says what the answer looks like: its form, its parts, its length.', severity },
    ]
  },
}
