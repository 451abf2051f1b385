import { markSections, sectionMark } from './sectionMark.ts'

/** What is known of a section beside its text: marks of what the assistant wrote there, and what people said of it by hand. */
export type KnownSection = { section: string; written: readonly string[]; lock: 'locked' | 'open' | null }

const ofNothing = sectionMark('')

/** The sections that keep what they have: locked by hand, or holding words that the assistant did not write and nobody opened. */
export function lockedSections(text: string, known: readonly KnownSection[]): Set<string> {
  const bySection = new Map(known.map((each) => [each.section, each]))
  const locked = new Set(known.filter(({ lock }) => lock === 'locked').map(({ section }) => section))
  for (const [name, mark] of markSections(text)) {
    const { written = [], lock = null } = bySection.get(name) ?? {}
    if (lock === null && mark !== ofNothing && !written.includes(mark)) locked.add(name)
  }
  return locked
}
