import type { DraftClient } from '@prologue/collab/client'
import { type Person, personLabel } from '@prologue/contracts'
import { createSignal, untrack, type Accessor } from 'solid-js'
import type { Authorship as Shown } from '../../editor/authorship.ts'
import { createAuthorBook, type AskedAuthorBook } from './createAuthorBook.ts'

export type Authorship = {
  book: AskedAuthorBook
  /** Whether the whole text is coloured by who wrote it. */
  coloured: Accessor<boolean>
  colour: (on: boolean) => void
  shown: Accessor<Shown>
  show: (shown: Shown) => void
}

/** Who wrote what in the draft of one conversation. */
export function createAuthorship(
  conversationId: Accessor<string>,
  client: Accessor<DraftClient | undefined>,
  me: Accessor<Person>,
): Authorship {
  const [coloured, colour] = createSignal(false)
  const [shown, show] = createSignal<Shown>({ shares: [], atCursor: null })
  const book = createAuthorBook(untrack(conversationId), {
    client: () => untrack(client)?.doc.clientID ?? -1,
    writer: () => {
      const person = untrack(me)
      return { ...person, name: personLabel(person) }
    },
  })
  return { book, coloured, colour, shown, show }
}
