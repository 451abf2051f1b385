import type { DraftSection, SectionLock } from '@prologue/contracts'
import { lockedSections } from '@prologue/prompt-kit'

/** Said while nothing is known of the locks. */
export const readingLocks = 'Which sections are locked is still being read.'
export const unreadLocks = 'Which sections are locked could not be read.'

/** What is to be said of a section by hand so that it becomes the other of locked and open; null where it is that by itself. */
export function lockAfter(text: string, known: readonly DraftSection[], section: string): SectionLock | null {
  const wanted: SectionLock = lockedSections(text, known).has(section) ? 'open' : 'locked'
  const byItself = lockedSections(text, withLock(known, section, null)).has(section) ? 'locked' : 'open'
  return wanted === byItself ? null : wanted
}

export function withLock(known: readonly DraftSection[], section: string, lock: SectionLock | null): DraftSection[] {
  if (!known.some((one) => one.section === section)) return [...known, { section, written: [], lock }]
  return known.map((one) => (one.section === section ? { ...one, lock } : one))
}
