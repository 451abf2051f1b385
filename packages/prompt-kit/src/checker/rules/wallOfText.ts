import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

const mostWords = 180

export const wallOfText: Rule = {
  name: 'wall-of-text',
  severity: 'info',
  certainty: 'heuristic',
  why: 'Rules in one long paragraph run into each other; in a list or under headings each stands by itself.',
  source: sources.claude,
  find: ({ prose, lines }) =>
    lines.flatMap(({ start, end }) => {
      const words = end - start < mostWords ? 0 : (prose.slice(start, end).match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0)
      if (words <= mostWords) return []
      return [{ range: { start, end }, message: `This paragraph has ${words} words; part it, or make it a list.` }]
    }),
}
