import { readAudience, readLanguage, readLength, readTone } from './phrases.ts'
import { parsed } from './reading.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'

/** A clause that is nothing but the value of one slot. */
export function sortPhrase(reading: Reading, body: Sentence): boolean {
  const { brief } = reading
  const { text, span } = body
  const length = readLength(text)
  if (length !== null && brief.length === null) {
    brief.length = parsed(length, span, 0.9)
    return true
  }
  const tone = readTone(text)
  if (tone !== null) {
    brief.tone.push(...tone.map((word) => parsed(word, span, 0.9)))
    return true
  }
  const language = readLanguage(text)
  if (language !== null && brief.language === null) {
    brief.language = parsed(language, span, 0.9)
    return true
  }
  const audience = readAudience(text)
  if (audience !== null && brief.audience === null) {
    brief.audience = parsed(audience, span)
    return true
  }
  return false
}
