import type { Person } from '@prologue/contracts'

/** Who is writing a message, as a sentence; '' while nobody is. */
export function writers(people: readonly Pick<Person, 'name'>[]): string {
  const [one, two] = people
  if (!one) return ''
  if (!two) return `${one.name} is writing…`
  if (people.length === 2) return `${one.name} and ${two.name} are writing…`
  return `${people.length} people are writing…`
}
