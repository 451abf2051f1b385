import type { PromptText } from '../document/readText.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

/** What is to happen when something is missing, unclear or out of reach. */
const fallback =
  /\b(?:if|when|whenever|where|should)\b[^.!?\n]{0,80}\b(?:missing|unclear|unsure|uncertain|unknown|ambiguous|incomplete|not (?:sure|certain|know|found|find|available|possible|enough|clear|stated|in the|provided|given|mentioned)|don['’]t know|do not know|cannot|can['’]t|no (?:information|answer|data|match|result)|out of scope|off-topic|unrelated|fails?|empty|doubt|lack)\b|\bin doubt\b|\bask (?:a |one |for |the user |me )?(?:\w+ )?(?:clarif|question|detail|missing|more information|follow-up)|\b(?:say|admit|state|reply|answer|respond)\b[^.!?\n]{0,40}\b(?:don['’]t|do not|cannot|can['’]t) (?:know|find|tell|help|answer)\b|\bescalate\b|\bhand (?:it |them |the \w+ )?over\b|\bdecline\b|\botherwise\b|\bfallback\b/i
/** A text of a few words says one thing. */
const fewestWords = 40

export const noFallback: Rule = {
  name: 'no-fallback',
  severity: 'info',
  certainty: 'heuristic',
  why: 'Told nothing of what to do without an answer, a model makes one up.',
  source: sources.claude,
  find(text) {
    const words = text.prose.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0
    if (words < fewestWords || fallback.test(text.prose)) return []
    return [{ range: firstLine(text), message: 'Nothing says what to do when something is missing, unclear or out of scope.' }]
  },
}

/** Where a finding about the whole text stands. */
export function firstLine({ text }: PromptText) {
  const start = text.length - text.trimStart().length
  const end = text.indexOf('\n', start)
  return { start, end: end === -1 ? text.length : end }
}
