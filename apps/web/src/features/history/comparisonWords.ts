import type { Checkpoint } from '@prologue/contracts'
import { clock, dayName } from './checkpointWords.ts'
import { inOrder } from './inOrder.ts'

/** What is compared with what, and how much differs. */
export function comparisonWords(chosen: Checkpoint, other: Checkpoint | undefined, changes: number): string {
  if (!other) {
    if (changes === 0) return 'The draft says the same now.'
    return 'Restoring takes out what is struck through and brings back what is marked.'
  }
  const [from, to] = inOrder(chosen, other)
  const path = `From ${named(from)} to ${named(to)}`
  return changes === 0 ? `${path}: no difference.` : `${path}: what went is struck through, what came is marked.`
}

function named(entry: Checkpoint): string {
  const day = dayName(entry.createdAt, new Date())
  const when = `${day === 'Today' ? '' : `${day}, `}${clock(entry.createdAt)}`
  return entry.kind === 'manual' ? `“${entry.name}” (${when})` : when
}
