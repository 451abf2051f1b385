import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

const patterns = [
  String.raw`(?:do not|don['’]t|never|avoid) (?:ever )?(?:make|making) (?:any |up )?(?:mistakes?|errors?)\b`,
  String.raw`(?:do not|don['’]t|never|avoid) (?:ever )?hallucinat(?:e|ing|ions?)\b`,
  String.raw`(?:do not|don['’]t|never) (?:ever )?(?:be wrong|get (?:it|anything) wrong|fail|lie)\b`,
  String.raw`(?:do not|don['’]t|never) (?:ever )?(?:do|say|mention|write|discuss|answer|add|include) (?:anything|everything|any other thing|other things)(?! (?:else|that|which|about|beyond|except|but|other than|outside))\b`,
]
const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${patterns.join('|')})`, 'giu')

export const broadNegative: Rule = {
  name: 'broad-negative',
  severity: 'info',
  certainty: 'heuristic',
  why: 'A ban that covers everything tells no case from another; the way to check, or what to do when unsure, does.',
  source: sources.claude,
  find: ({ prose }) =>
    [...prose.matchAll(pattern)].map(({ index, 0: words }) => ({
      range: { start: index, end: index + words.length },
      message: `"${words}" is too broad to follow; say what to check, or what to do when unsure.`,
    })),
}
