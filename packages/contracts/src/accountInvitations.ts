import { z } from 'zod'
import { emailSchema } from './account.ts'
import { idSchema } from './ids.ts'

export const inviteAccountSchema = z.object({ email: emailSchema })

/** One that waits for its person. */
export const accountInvitationSchema = z.object({
  id: idSchema,
  email: z.string(),
  /** The name of who invited. */
  invitedBy: z.string(),
  createdAt: z.date(),
  expiresAt: z.date(),
})
export type AccountInvitation = z.infer<typeof accountInvitationSchema>

/** For whom a link is, for whoever has it. */
export const openedInvitationSchema = z.object({ email: z.string() })
