import { personColour, type Account, type Conversation, type Person } from '@prologue/contracts'

/** Who somebody is in a conversation, with the colour of their place there: the same in the chat, the draft and the history. */
export function personIn({ participants }: Pick<Conversation, 'participants'>, { id, name, role }: Account): Person {
  // Without a place the colour is that of the id, as everywhere outside conversations.
  const placeless = { id, name, colour: personColour(id), guest: role === 'guest' }
  return participants.find(({ person }) => person.id === id)?.person ?? placeless
}
