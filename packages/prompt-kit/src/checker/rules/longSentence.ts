import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

const most = 60

export const longSentence: Rule = {
  name: 'long-sentence',
  severity: 'info',
  certainty: 'exact',
  why: 'What hangs on what in a long sentence is easily misread.',
  source: sources.house,
  find: ({ sentences }) =>
    sentences.flatMap(({ text, span }) => {
      // A line of data.
      if (/^"[^"\n]{1,80}":/.test(text)) return []
      const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu)?.length ?? 0
      return words > most ? [{ range: span, message: `This sentence has ${words} words.` }] : []
    }),
}
