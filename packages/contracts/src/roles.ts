import { z } from 'zod'

export const accountRoles = ['admin', 'moderator', 'user'] as const
export const accountRoleSchema = z.enum(accountRoles)
export type AccountRole = z.infer<typeof accountRoleSchema>

/** A guest came by a link and has a name, and no account to sign in with. */
export const userRoles = [...accountRoles, 'guest'] as const
export const userRoleSchema = z.enum(userRoles)
export type UserRole = z.infer<typeof userRoleSchema>

/** From the strongest to the weakest; `weakerRole` relies on the order. */
export const participantRoles = ['owner', 'editor', 'commenter', 'viewer'] as const
export const participantRoleSchema = z.enum(participantRoles)
export type ParticipantRole = z.infer<typeof participantRoleSchema>

/** The roles a share link can give. */
export const shareRoleSchema = z.enum(['editor', 'commenter', 'viewer'])
export type ShareRole = z.infer<typeof shareRoleSchema>

const create = ['conversation:create', 'template:create'] as const
const administerServer = [
  ...create,
  'admin:read-activity',
  'admin:acknowledge-alerts',
  'admin:read-reports',
  'admin:read-mail',
  'admin:manage-providers',
  'admin:manage-jobs',
  'admin:manage-settings',
  'admin:manage-content',
  'template-report:decide',
  'user:list',
  'user:invite',
  'user:lock',
  'user:unlock',
  'user:end-sessions',
  'user:send-reset',
  'user:disable-two-factor',
  'user:set-role',
  'user:delete',
  'user:restore',
  'user:erase',
] as const

/** What each role may do on the server as a whole, whatever row it is about: the one table that server and screen read. */
export const accountAbilities = {
  admin: administerServer,
  /** What else moderators may do more than users is about templates: see there. */
  moderator: [...create, 'template-report:decide'],
  user: create,
  guest: [],
} as const satisfies Record<UserRole, readonly string[]>

export const accountAbilitySchema = z.enum(administerServer)
export type AccountAbility = z.infer<typeof accountAbilitySchema>

const readRoom = ['conversation:read', 'draft:read'] as const
const commentRoom = [...readRoom, 'prompt:react', 'comment:create'] as const
const writeRoom = [
  ...commentRoom,
  'conversation:rename',
  'conversation:set-status',
  'prompt:create',
  'prompt:stop',
  'prompt:rate',
  'prompt:choose',
  'draft:write',
  'checkpoint:create',
  'comment:resolve-any',
] as const
const ownRoom = [
  ...writeRoom,
  'conversation:share',
  'conversation:manage-people',
  'conversation:delete',
  'conversation:read-activity',
  'prompt:delete-any',
  'comment:delete-any',
] as const

/** What each role may do in a conversation: the one table that server and screen read. */
export const conversationAbilities = {
  owner: ownRoom,
  editor: writeRoom,
  commenter: commentRoom,
  viewer: readRoom,
} as const satisfies Record<ParticipantRole, readonly string[]>

export const conversationAbilitySchema = z.enum(ownRoom)
export type ConversationAbility = z.infer<typeof conversationAbilitySchema>

export function roleMay(role: ParticipantRole, ability: ConversationAbility): boolean {
  return conversationAbilities[role].some((allowed) => allowed === ability)
}

/** The weaker of two roles. */
export function weakerRole(one: ParticipantRole, other: ParticipantRole): ParticipantRole {
  return participantRoles.indexOf(one) > participantRoles.indexOf(other) ? one : other
}

/** What the caller may do with a prompt, beside what their role allows in its conversation. */
export const promptAbilitySchema = z.enum(['prompt:edit', 'prompt:delete'])
export type PromptAbility = z.infer<typeof promptAbilitySchema>

/** What the caller may do with a comment, beside what their role allows in its conversation. */
export const commentAbilitySchema = z.enum(['comment:edit', 'comment:delete', 'comment:resolve'])
export type CommentAbility = z.infer<typeof commentAbilitySchema>

const readTemplate = ['template:read'] as const
const useTemplate = [...readTemplate, 'template:rate', 'template:report'] as const
const moderateTemplate = [...useTemplate, 'template:sort', 'template:hide'] as const
const administerTemplate = [...moderateTemplate, 'template:delete'] as const
const keepTemplate = [
  ...readTemplate,
  'template:sort',
  'template:hide',
  'template:delete',
  'template:update',
  'template:label',
  'template:read-activity',
] as const
const ownTemplate = [...keepTemplate, 'template:hand-over'] as const

/**
 * What each may do with a template they can see: the one table that server and screen read. Sorting is its category, tags and family, hiding makes
 * it private, updating is everything else of it, its versions too. Nobody rates or reports their own.
 */
export const templateAbilities = {
  owner: ownTemplate,
  /** An administrator, of a template that comes with the program. */
  keeper: [...keepTemplate, 'template:rate'],
  admin: administerTemplate,
  moderator: moderateTemplate,
  user: useTemplate,
  anonymous: readTemplate,
} as const satisfies Record<string, readonly string[]>

export const templateAbilitySchema = z.enum([...ownTemplate, 'template:rate', 'template:report'])
export type TemplateAbility = z.infer<typeof templateAbilitySchema>

/** Everything the server judges by a rule. Bringing back is no ability: who may not do it does not know that there is something. */
export const permissionSchema = z.enum([
  ...administerServer,
  ...ownRoom,
  ...promptAbilitySchema.options,
  ...commentAbilitySchema.options,
  ...templateAbilitySchema.options,
  'conversation:restore',
  'prompt:read',
  'prompt:restore',
  'comment:restore',
  'template:restore',
  'session:revoke',
])
export type Permission = z.infer<typeof permissionSchema>

/**
 * Which rule judges a call or an event. Where none does, `public`, `signed-in` (guests, too) or `with-account` says so, and
 * `because` why that is safe: what carries none of them is refused.
 */
export type Judged = { policy: Permission } | { policy: 'public' | 'signed-in' | 'with-account'; because: string }

/** Whether somebody who is not signed in may ask. */
export function isOpen({ policy }: Judged): boolean {
  return policy === 'public' || templateAbilities.anonymous.some((permission) => permission === policy)
}
