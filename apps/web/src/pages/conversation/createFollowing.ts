import type { Person } from '@prologue/contracts'
import { createSignal, type Accessor } from 'solid-js'

export type Followed = {
  /** Whose cursor the page goes along with, while they are here. */
  person: Accessor<Person | null>
  follow: (personId: string | null) => void
}

export function createFollowing(people: Accessor<readonly Person[]>): Followed {
  const [id, follow] = createSignal<string | null>(null)
  return { person: () => people().find((person) => person.id === id()) ?? null, follow }
}
