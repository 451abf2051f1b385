import type { ParticipantRole } from '@prologue/contracts'

/** What a list says of one's place in a conversation; one's own need no word. */
export const roleMeta: Readonly<Record<ParticipantRole, string | undefined>> = {
  owner: undefined,
  editor: 'you edit',
  commenter: 'you comment',
  viewer: 'you read',
}
