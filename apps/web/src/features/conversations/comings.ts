import type { Person } from '@prologue/contracts'

/** Who came and who left between two moments, as a sentence for each; '' where nobody did. */
export function comings(before: readonly Person[], now: readonly Person[]): string {
  const without = (people: readonly Person[], others: readonly Person[]) =>
    people.filter((person) => others.every((other) => other.id !== person.id))
  return [
    ...without(now, before).map((person) => `${person.name} is here.`),
    ...without(before, now).map((person) => `${person.name} has left.`),
  ].join(' ')
}
