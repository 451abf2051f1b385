import { type Person, personLabel } from '@prologue/contracts'

/** How one who wrote in the draft is named in its history: whose account was deleted has no name any more. */
export function authorName(person: Pick<Person, 'name' | 'guest'>): string {
  return person.name === '' ? 'A deleted account' : personLabel(person)
}
