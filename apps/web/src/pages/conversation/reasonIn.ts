import type { Reason } from '@prologue/contracts'
import { readSections } from '@prologue/prompt-kit'
import type { ReasonAt } from '../../editor/whyHere.ts'

/** Why the sentence at a place of a draft is there: the composer's, where it stands as the composer wrote it and in its section. */
export function reasonIn(text: string, place: number, reasons: readonly Reason[]): ReturnType<ReasonAt> {
  const section = readSections(text).find(({ from, to }) => from <= place && place <= to)
  if (!section) return null
  const body = text.slice(section.bodyFrom, section.bodyTo)
  for (const { section: name, text: sentence, why } of reasons) {
    if (name !== section.name || sentence === '') continue
    for (let at = body.indexOf(sentence); at !== -1; at = body.indexOf(sentence, at + sentence.length)) {
      const from = section.bodyFrom + at
      const to = from + sentence.length
      if (from <= place && place <= to) return { from, to, words: why }
    }
  }
  return null
}
