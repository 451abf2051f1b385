import { encodeToken } from './encodeToken.ts'
import { splitWords, type Word } from './splitWords.ts'

/** What must stand in a row: a whole token, or the beginning of one. */
export type Term = { text: string; prefix: boolean }

/** Words of a query beyond these are not looked for. */
const mostTerms = 20

/**
 * What to look for, or nothing where the text has no word. With `typing` the last word may be the beginning of a longer one;
 * one letter of it is waited for as long as there is another word.
 */
export function queryTerms(text: string, { typing }: { typing: boolean }): Term[] {
  const words = [...splitWords(text)]
  const last = words.at(-1)
  const unfinished = typing && last?.run === null && last.end === text.length ? last : null
  const terms = new Map<string, Term>()
  for (const [place, word] of words.entries()) {
    const term = word === unfinished ? beginning(word) : termOf(words, place)
    if (term) terms.set(`${term.text}${term.prefix ? '*' : ''}`, term)
  }
  const found = [...terms.values()].slice(0, mostTerms)
  return found.length > 1 ? found.filter((term) => !(term.prefix && term.text.length < 2)) : found
}

function beginning({ code }: Word): Term {
  return { text: code, prefix: true }
}

/** The term that begins at a word, or null where the one before it holds it already. */
function termOf(words: readonly Word[], place: number): Term | null {
  const word = words[place]
  if (!word) return null
  if (word.run === null) return { text: encodeToken(word.code), prefix: false }
  const next = words[place + 1]
  if (next?.run === word.run) return { text: encodeToken(word.code + next.code), prefix: false }
  // A character alone stands in the index as the beginning of two, or as the end of a run.
  return words[place - 1]?.run === word.run ? null : { text: word.code, prefix: true }
}
