import { z } from 'zod'
import { personNameSchema } from './personName.ts'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { shareRoleSchema } from './roles.ts'

/** 256 random bits in base64url. */
export const shareTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not complete. Ask for it again.')

export const shareSchema = z.object({
  id: idSchema,
  role: shareRoleSchema,
  expiresAt: z.date().nullable(),
  createdAt: z.date(),
  createdBy: z.string(),
  /** How many may still come in by it; null: as many as like. */
  usesLeft: z.int().nullable(),
  /** To whom it was mailed, of an invitation that waits. Null for everybody who does not manage the people. */
  email: z.string().nullable(),
})
export type Share = z.infer<typeof shareSchema>

export const createShareSchema = z.object({
  conversationId: idSchema,
  role: shareRoleSchema.default('viewer'),
  /** Null: until revoked. */
  expiresInDays: z.int().min(1).max(limits.shareDays).nullable(),
  /** How many may come in by it; left out: as many as like. */
  maxUses: z
    .int()
    .min(1)
    .max(limits.shareUses, `A link is for ${limits.shareUses.toLocaleString('en')} people at most, or has no limit.`)
    .optional(),
})

/** Any text as token: what is none is answered like one that is not valid. */
export const byTokenSchema = z.object({ token: z.string().max(200) })

/** What somebody without an account comes in with. */
export const enterSchema = byTokenSchema.extend({ name: personNameSchema })

/** An invitation, which who owns the address it was sent to may accept without the mail. */
export const acceptInvitationSchema = z.object({ shareId: idSchema })

/** Where a link led. */
export const acceptedSchema = z.object({ conversationId: idSchema })

/** What the holder of a link may know before signing in. */
export const sharePreviewSchema = z.object({
  title: z.string(),
  role: shareRoleSchema,
  sharedBy: z.string(),
})
