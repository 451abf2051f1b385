import type { DraftClient } from '@prologue/collab/client'
import { type Person, personLabel } from '@prologue/contracts'
import { createSignal, untrack, type Accessor } from 'solid-js'
import { createAuthorBook, type AuthorBook, type Writer } from './createAuthorBook.ts'

/** Who wrote how much of the text, and what stands before the cursor. */
type Shown = {
  shares: readonly { writer: Writer; length: number }[]
  atCursor: { writer: Writer; when: string } | null
}

export type Authorship = {
  book: AuthorBook
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
