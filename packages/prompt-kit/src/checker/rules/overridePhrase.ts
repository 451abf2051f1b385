import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

const pattern =
  /\b(?:ignore|disregard|forget|override|bypass)\s+(?:all\s+|any\s+|every\s+)?(?:of\s+)?(?:the\s+|your\s+|my\s+)?(?:previous|prior|above|earlier|preceding|original|existing|system|safety)\s+(?:\w+\s+)?(?:instructions?|prompts?|rules|guidelines|directions|messages?|training|restrictions)\b|\b(?:you are now|enter|enable)\s+(?:in\s+)?(?:dan|developer|jailbreak|god|unrestricted)\s+mode\b|\bdo anything now\b/gi

/** Words that take other instructions back, where a text has some. */
export function overridePhrases(text: string): { start: number; words: string }[] {
  return [...text.matchAll(pattern)].map(({ index, 0: words }) => ({ start: index, words }))
}

export const overridePhrase: Rule = {
  name: 'override-phrase',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'Words that take other instructions back are what hidden ones begin with; what comes from elsewhere is to be read first.',
  source: sources.injection,
  find: ({ text }, { context }) =>
    context.place === 'import'
      ? overridePhrases(text).map(({ start, words }) => ({
          range: { start, end: start + words.length },
          message: `"${words}" takes other instructions back.`,
        }))
      : [],
}
