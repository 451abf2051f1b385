import type { Activity } from '@prologue/contracts'

type Placed = Pick<Activity, 'id' | 'at' | 'sequence'>

/** Rows of both, each once, the newest first. */
export function merge<Row extends Placed>(known: readonly Row[], more: readonly Row[]): Row[] {
  const byId = new Map([...known, ...more].map((row) => [row.id, row]))
  return [...byId.values()].toSorted((one, other) => other.at.getTime() - one.at.getTime() || other.sequence - one.sequence)
}
