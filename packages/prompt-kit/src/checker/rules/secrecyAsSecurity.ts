import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

const pattern =
  /\b(?:never|do not|don['’]t|must not|should not|refuse to)\s+(?:ever\s+)?(?:reveal|share|disclose|repeat|show|output|print|tell|expose|leak)\b[^.!?\n]{0,40}?\b(?:system prompt|(?:these|your|this|the|my|above) (?:\w+ )?(?:instructions?|prompt|rules|guidelines)|initial prompt)\b/gi

export const secrecyAsSecurity: Rule = {
  name: 'secrecy-as-security',
  severity: 'info',
  certainty: 'heuristic',
  why: 'Prompts get out however they forbid it; nothing in one may need to stay secret.',
  source: sources.leakage,
  find: ({ prose }) =>
    [...prose.matchAll(pattern)].map(({ index, 0: words }) => ({
      range: { start: index, end: index + words.length },
      message: 'This does not keep the prompt secret; leave out of it what must not be known.',
    })),
}
