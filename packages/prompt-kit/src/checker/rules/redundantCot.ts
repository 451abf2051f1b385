import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

const pattern =
  /\b(?:let['’]s )?think(?:ing)? (?:this |it |about (?:this|it) )?(?:through )?(?:carefully )?step[- ]by[- ]step\b|\btake a deep breath\b|\buse (?:a )?chain[- ]of[- ]thought\b/gi

export const redundantCot: Rule = {
  name: 'redundant-cot',
  severity: 'info',
  certainty: 'heuristic',
  why: 'Models that reason before they answer do so anyway; telling them how can make the answers worse.',
  source: sources.gpt,
  find: ({ prose }, { family }) =>
    // What runs locally mostly does not reason by itself.
    family === 'plain'
      ? []
      : [...prose.matchAll(pattern)].map(({ index, 0: words }) => ({
          range: { start: index, end: index + words.length },
          message: `"${words}" is not needed for a model that reasons by itself.`,
        })),
}
