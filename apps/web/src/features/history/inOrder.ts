import type { Checkpoint } from '@prologue/contracts'

/** The earlier one first. */
export function inOrder(one: Checkpoint, other: Checkpoint): [Checkpoint, Checkpoint] {
  return other.createdAt < one.createdAt ? [other, one] : [one, other]
}
