import { readSections } from './readSections.ts'

/** A short mark of a section's words: the same for the same words, the space around them apart. */
export function sectionMark(text: string): string {
  const words = text.trim()
  let one = 0x811c9dc5
  let other = 0x9747b28c
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit, 0x85ebca6b)
    other ^= other >>> 15
  }
  return (one >>> 0).toString(36).padStart(7, '0') + (other >>> 0).toString(36).padStart(7, '0')
}

/** The marks of all sections by their names, as they are kept of what the assistant wrote. */
export function markSections(text: string): Map<string, string> {
  return new Map(readSections(text).map(({ name, bodyFrom, bodyTo }) => [name, sectionMark(text.slice(bodyFrom, bodyTo))]))
}
