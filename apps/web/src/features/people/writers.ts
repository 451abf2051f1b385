import { type Person, personLabel } from '@prologue/contracts'

/** Who is writing a message, as a sentence; '' while nobody is. */
export function writers(people: readonly Pick<Person, 'name' | 'guest'>[]): string {
  const [one, two] = people
  if (!one) return ''
  if (!two) return `${personLabel(one)} is writing…`
  if (people.length === 2) return `${personLabel(one)} and ${personLabel(two)} are writing…`
  return `${people.length} people are writing…`
}
