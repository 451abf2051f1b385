import { sectionWords } from '../../ui/sectionWords.ts'

/** What became of an answer that was applied: whether the draft was changed, and the sections that keep what they have. */
export function appliedWords(isChanged: boolean, held: readonly string[]): string {
  const kept = held.length > 0 ? keptWords(held) : null
  if (!isChanged) return kept ? `Nothing was applied. ${kept}` : 'The draft says this already.'
  return kept ? `Applied to the draft. ${kept}` : 'Applied to the draft.'
}

function keptWords(held: readonly string[]): string {
  const names = new Intl.ListFormat('en').format(held.map((section) => `“${sectionWords(section)}”`))
  return held.length === 1 ? `${names} is locked and keeps what it has.` : `${names} are locked and keep what they have.`
}
