import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { accountRoleSchema } from './roles.ts'

/** What administrators look for among accounts: those they locked, and those that were deleted. */
export const accountStates = ['locked', 'deleted'] as const

/** An account as administrators see it. */
export const listedUserSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  role: accountRoleSchema,
  emailVerified: z.boolean(),
  twoFactor: z.boolean(),
  /** Until when wrong tries keep everybody out of it; null or past: they do not. */
  lockedUntil: z.date().nullable(),
  /** Since when an administrator keeps its person out, and why; null: it is open. */
  locked: z.object({ at: z.date(), reason: z.string() }).nullable(),
  createdAt: z.date(),
  deletedAt: z.date().nullable(),
})
export type ListedUser = z.infer<typeof listedUserSchema>

export const listUsersSchema = z.object({
  /** How the name or the address begins, in capitals or not. */
  search: z.string().trim().min(1).max(limits.email).optional(),
  role: accountRoleSchema.optional(),
  state: z.enum(accountStates).optional(),
  cursor: z.string().max(200).optional(),
})
export type ListUsers = z.infer<typeof listUsersSchema>

export const lockUserSchema = z.object({
  id: idSchema,
  /** For its person, too. */
  reason: z.string().trim().min(1, 'Say why.').max(limits.lockReason, `Use at most ${limits.lockReason} characters.`),
})

export const setRoleSchema = z.object({ id: idSchema, role: accountRoleSchema })
