import type { Checkpoint, Person } from '@prologue/contracts'
import type { DraftCheckpoint } from '../models/index.ts'

/** What the time line shows of a checkpoint: not its text. */
export const shownOfCheckpoint = ['id', 'kind', 'name', 'createdBy', 'createdAt', 'size'] as const

export function presentCheckpoint(
  { id, kind, name, createdBy, createdAt, size }: Pick<DraftCheckpoint, (typeof shownOfCheckpoint)[number]>,
  people: ReadonlyMap<string, Person>,
): Checkpoint {
  return { id, kind, name, createdAt, size, createdBy: createdBy === null ? null : (people.get(createdBy) ?? null) }
}
