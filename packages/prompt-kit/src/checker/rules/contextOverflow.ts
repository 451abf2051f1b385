import { estimateTokens } from '../../tokens/estimateTokens.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

export const contextOverflow: Rule = {
  name: 'context-overflow',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'What a model cannot hold is cut or refused, and the conversation needs room, too.',
  source: sources.house,
  find({ text }, { context: { contextSize } }) {
    if (contextSize === null) return []
    const tokens = estimateTokens(text)
    const share = tokens / contextSize
    if (share <= 0.8) return []
    const numbers = `about ${tokens.toLocaleString('en')} of ${contextSize.toLocaleString('en')} tokens`
    return [
      {
        range: { start: 0, end: text.length },
        message: share > 1 ? `The model cannot hold this: ${numbers}.` : `Little is left for the conversation: ${numbers}.`,
        severity: share > 1 ? 'error' : undefined,
      },
    ]
  },
}
