import type { Prompt } from '@prologue/contracts'
import { actWords } from './models/actWords.ts'

/** What a message does where its words do not say it: an act, or that it passes over the question before it. Null where they do. */
export function askedWords(prompt: Prompt, before: Prompt | undefined): string | null {
  const { act, parameters, userInput } = prompt
  if (act === 'translate' && parameters.language) return `${actWords.translate.asked} into ${parameters.language}`
  if (act !== 'generate') return actWords[act].asked
  if (userInput.trim()) return null
  if (before && before.unsorted.length > 0) return 'Put the words in their place'
  return before?.question ? `Skipped: ${before.question.text}` : null
}
