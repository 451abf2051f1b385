import { type Person, personLabel } from '@prologue/contracts'

/** Who came and who left between two moments, as a sentence for each; '' where nobody did. */
export function comings(before: readonly Person[], now: readonly Person[]): string {
  return [
    ...without(now, before).map((person) => `${personLabel(person)} is here.`),
    ...without(before, now).map((person) => `${personLabel(person)} has left.`),
  ].join(' ')
}

function without(people: readonly Person[], others: readonly Person[]): Person[] {
  return people.filter((person) => others.every((other) => other.id !== person.id))
}
