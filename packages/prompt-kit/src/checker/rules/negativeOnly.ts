import { forbids } from '../../brief/read/cues.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

/** Words that say what to do in its place, or why. */
const alternative =
  /\b(?:instead|rather|but|only|unless|until|except|if|when|because|so that|otherwise)\b|, (?:use|prefer|offer|ask|say|tell|write|give|keep)\b|[;:—–]/i
const opens = /^(?:instead|rather|use|prefer|only)\b/i
/** A statement, not a rule. */
const states = /^you are not\b|^no\b.*\b(?:is|are|was|were|remains?|needed|required|exists?|explains?|found|yet)\b/i
const atLeast = 3

export const negativeOnly: Rule = {
  name: 'negative-only',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'Models follow what to do better than what not to do; a bare ban leaves the way out open.',
  source: sources.claude,
  find({ sentences }) {
    const bans = sentences.filter(
      ({ text }, index) =>
        forbids.test(text) && !states.test(text) && !alternative.test(text) && !opens.test(sentences[index + 1]?.text ?? ''),
    )
    const [first] = bans
    return first === undefined || bans.length < atLeast
      ? []
      : [{ range: first.span, message: `${bans.length} rules say what not to do and nothing of what to do instead.` }]
  },
}
