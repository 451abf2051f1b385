import { z } from 'zod'

export const userRoles = ['admin', 'moderator', 'user'] as const
export const userRoleSchema = z.enum(userRoles)
export type UserRole = z.infer<typeof userRoleSchema>

/** From the strongest to the weakest; `weakerRole` relies on the order. */
export const participantRoles = ['owner', 'editor', 'commenter', 'viewer'] as const
export const participantRoleSchema = z.enum(participantRoles)
export type ParticipantRole = z.infer<typeof participantRoleSchema>

/** The roles a share link can give. */
export const shareRoleSchema = z.enum(['editor', 'viewer'])
export type ShareRole = z.infer<typeof shareRoleSchema>

const read = ['conversation:read', 'draft:read'] as const
const write = [...read, 'conversation:rename', 'conversation:archive', 'prompt:create', 'prompt:stop', 'draft:write'] as const
const own = [...write, 'conversation:share', 'conversation:delete', 'prompt:delete-any'] as const

/** What each role may do in a conversation: the one table that server and screen read. */
export const conversationAbilities = {
  owner: own,
  editor: write,
  commenter: read,
  viewer: read,
} as const satisfies Record<ParticipantRole, readonly string[]>

export const conversationAbilitySchema = z.enum(own)
export type ConversationAbility = z.infer<typeof conversationAbilitySchema>

export function roleMay(role: ParticipantRole, ability: ConversationAbility): boolean {
  return conversationAbilities[role].some((allowed) => allowed === ability)
}

/** The weaker of two roles. */
export function weakerRole(one: ParticipantRole, other: ParticipantRole): ParticipantRole {
  return participantRoles.indexOf(one) > participantRoles.indexOf(other) ? one : other
}
