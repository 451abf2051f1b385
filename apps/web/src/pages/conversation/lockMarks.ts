import { readSections } from '@prologue/prompt-kit'
import type { LockMark } from '../../editor/sectionLocks.ts'
import { sectionWords } from '../../ui/sectionWords.ts'

/** A mark for each section of a text, at the beginning of its first line. */
export function lockMarks(text: string, locked: ReadonlySet<string>): LockMark[] {
  return readSections(text).map(({ name, from }) => ({
    at: text.lastIndexOf('\n', from - 1) + 1,
    section: name,
    name: sectionWords(name),
    locked: locked.has(name),
  }))
}
