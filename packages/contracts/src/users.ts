import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { accountRoleSchema } from './roles.ts'

/** An account as administrators see it. */
export const listedUserSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  role: accountRoleSchema,
  emailVerified: z.boolean(),
  twoFactor: z.boolean(),
  /** Until when nobody can sign in with it; null or past: it is open. */
  lockedUntil: z.date().nullable(),
  createdAt: z.date(),
  deletedAt: z.date().nullable(),
})
export type ListedUser = z.infer<typeof listedUserSchema>

export const listUsersSchema = z.object({
  /** How the name or the address begins, in capitals or not. */
  search: z.string().trim().min(1).max(limits.email).optional(),
  cursor: z.string().max(200).optional(),
})

export const setRoleSchema = z.object({ id: idSchema, role: accountRoleSchema })
