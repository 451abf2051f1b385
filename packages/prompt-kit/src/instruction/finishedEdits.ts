import type { SectionEdit } from '../sections/applySectionEdit.ts'
import { soundEdits } from './soundEdits.ts'

/**
 * The edits of an answer that is still being written which nothing more can be added to: all but the last, or all once another field
 * has begun. What was answered for a part is the beginning of what is answered for more of it.
 */
export function finishedEdits(partial: unknown): SectionEdit[] {
  if (typeof partial !== 'object' || partial === null || !('edits' in partial) || !Array.isArray(partial.edits)) return []
  const edits: unknown[] = partial.edits
  const isOpen = Object.keys(partial).at(-1) === 'edits'
  return soundEdits(edits.slice(0, isOpen ? -1 : undefined))
}
