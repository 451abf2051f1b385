import { z } from 'zod'
import { idSchema } from './ids.ts'
import { shareRoleSchema } from './roles.ts'

/** 256 random bits in base64url. */
export const shareTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not complete. Ask for it again.')

export const shareSchema = z.object({
  id: idSchema,
  role: shareRoleSchema,
  expiresAt: z.date().nullable(),
  createdAt: z.date(),
  createdBy: z.string(),
})
export type Share = z.infer<typeof shareSchema>

export const createShareSchema = z.object({
  conversationId: idSchema,
  role: shareRoleSchema.default('viewer'),
  /** Null: until revoked. */
  expiresInDays: z.int().min(1).max(365).nullable(),
})

/** What the holder of a link may know before signing in. */
export const sharePreviewSchema = z.object({
  title: z.string(),
  role: shareRoleSchema,
  sharedBy: z.string(),
})
