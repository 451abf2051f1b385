import type { ParticipantRole } from '@prologue/contracts'

/** What each role is called where people meet it. */
export const roleWords: Readonly<Record<ParticipantRole, string>> = {
  owner: 'Owner',
  editor: 'Can write',
  commenter: 'Can comment',
  viewer: 'Can read',
}

/** What a role lets one do, as the end of "You …" or "They …". */
export const roleDeeds: Readonly<Record<ParticipantRole, string>> = {
  owner: 'decide who is here',
  editor: 'write in the chat and the draft',
  commenter: 'read and comment',
  viewer: 'only read',
}

/** The roles somebody can be given, the weakest first. */
export const givenRoles = [
  { value: 'viewer', label: roleWords.viewer },
  { value: 'commenter', label: roleWords.commenter },
  { value: 'editor', label: roleWords.editor },
] as const
