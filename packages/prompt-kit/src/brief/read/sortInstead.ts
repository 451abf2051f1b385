import { delivers, speaksOfAnswer } from './cues.ts'
import { readFormat, readLanguage } from './phrases.ts'
import { addOutput, parsed } from './reading.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'
import { sortPhrase } from './sortPhrase.ts'

const last = /,? instead(?=[.!]?$)/i
const first = /^instead,? (?!of\b)/i
const insteadOf = /^(.{1,80}) instead of (?:in )?\p{L}{3,14}[.!]?$/iu

/** "Answer in Dutch instead.": the value of a slot that takes the place of another. What it replaces lies in an earlier message. */
export function sortInstead(reading: Reading, body: Sentence): boolean {
  const { text, span } = body
  if (text.length > 300) return false
  const { brief } = reading
  const over = insteadOf.exec(text)?.[1]
  if (over !== undefined && brief.language === null && readLanguage(over) !== null) {
    brief.language = parsed(text, span)
    return true
  }
  // After "Do not …" it begins what to do in its place.
  const isAlternative = brief.dont.at(-1)?.value.instead === ''
  const bare = last.test(text) ? text.replace(last, '') : isAlternative ? text : text.replace(first, '')
  if (bare === text) return false
  const rest = { text: bare, span }
  if (sortPhrase(reading, rest)) return true
  const format = readFormat(bare)
  if (format === null || brief.output !== null || !(speaksOfAnswer.test(bare) || delivers.test(bare))) return false
  addOutput(reading, format, 'note', rest)
  return true
}
