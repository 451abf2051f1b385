import { splitWords } from './splitWords.ts'

/** What a text says, whatever its spaces, signs, capitals, width and accents: of two texts with the same words one can stand for the other. */
export function wordsOf(text: string): string {
  const words = [...splitWords(text)].map(({ code }) => code).join(' ')
  return words === '' ? text.trim() : words
}
