import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

export const styleMismatch: Rule = {
  name: 'style-mismatch',
  severity: 'info',
  certainty: 'heuristic',
  why: 'Each family of models was trained on prompts of its own style and reads that most surely.',
  source: sources.claude,
  find({ headings, structure }, { family }) {
    const blocks = [...structure.matchAll(/^[ \t]*<([a-z][\w-]*)>[ \t]*$/gim)]
    const [heading] = headings
    const [block] = blocks
    if (family === 'claude' && blocks.length === 0 && headings.length >= 4 && heading !== undefined)
      return [{ range: { start: heading.start, end: heading.end }, message: 'Claude follows sections in XML tags most surely.' }]
    if ((family === 'gpt' || family === 'plain') && headings.length === 0 && blocks.length >= 4 && block !== undefined)
      return [
        {
          range: { start: block.index, end: block.index + block[0].length },
          message: `${family === 'gpt' ? 'GPT models follow' : 'Small models follow'} headings in Markdown more surely than tags.`,
        },
      ]
    if (family === 'gemini' && headings.length > 1 && blocks.length > 1 && block !== undefined)
      return [
        {
          range: { start: block.index, end: block.index + block[0].length },
          message: 'Gemini does best with one kind of mark throughout: tags or headings.',
        },
      ]
    return []
  },
}
