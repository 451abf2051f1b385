import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

/** What pulls an answer two ways, each side as people write it. */
const pairs: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:concise|brief|short|succinct|terse)(?:ly)?\b/i,
    /\b(?:comprehensive|exhaustive|thorough|in-depth|very detailed|as detailed as)(?:ly)?\b/i,
  ],
  [/\bformal(?:ly)?\b(?! and informal)/i, /\b(?:casual|informal|slang|chatty|colloquial)(?:ly)?\b/i],
  [/\b(?:strictly|exactly|literally|verbatim)\b/i, /\b(?:creative|imaginative|freely|improvise)(?:ly)?\b/i],
  [/\b(?:simple|plain|beginner-friendly|layman['’]s)\b/i, /\b(?:highly technical|advanced terminology|expert-level)\b/i],
  [/\b(?:neutral|unbiased|objective|impartial)(?:ly)?\b/i, /\b(?:opinionated|persuasive|take a side|strong opinions?)\b/i],
]
/** What says which of the two holds, or where. */
const settled =
  /\b(?:but|yet|while|when|if|unless|for|over|rather than|instead|or|then|first|not|without|neither|between|balance|avoid|no)\b|[/|]/i

export const tensionPair: Rule = {
  name: 'tension-pair',
  severity: 'info',
  certainty: 'heuristic',
  why: 'Two wishes that pull apart are weighed anew in each answer; saying which wins keeps the answers alike.',
  source: sources.gpt,
  find({ sentences }) {
    return sentences.flatMap(({ text, span }) => {
      if (settled.test(text)) return []
      for (const [one, other] of pairs) {
        const [first, second] = [one.exec(text), other.exec(text)]
        if (first !== null && second !== null)
          return [{ range: span, message: `"${first[0]}" and "${second[0]}" pull apart; say which wins.` }]
      }
      return []
    })
  },
}
