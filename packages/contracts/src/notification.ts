import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { personSchema } from './people.ts'
import { participantRoleSchema } from './roles.ts'

export const notificationKinds = [
  'invited',
  'role-changed',
  'removed',
  'handed-over',
  'mentioned',
  'replied',
  'template-offered',
  'template-taken',
  'template-hidden',
  'template-version-hidden',
  'template-review-removed',
  'export-ready',
] as const
export const notificationKindSchema = z.enum(notificationKinds)
export type NotificationKind = z.infer<typeof notificationKindSchema>

/** What concerns one person, with what it takes to say so in a sentence and to lead there. */
export const notificationSchema = z.object({
  id: idSchema,
  kind: notificationKindSchema,
  /** Null: the program, or somebody who is gone. */
  actor: personSchema.nullable(),
  /** Null where the person can no longer see it. */
  conversation: z.object({ id: idSchema, title: z.string() }).nullable(),
  /** Null where it is about none, or the person can no longer see it. */
  template: z.object({ id: idSchema, slug: z.string(), title: z.string() }).nullable(),
  /** The role given, of an invitation or a change. */
  role: participantRoleSchema.nullable(),
  /** Where to lead: the comment, or the invitation that waits for a yes. */
  commentId: idSchema.nullable(),
  shareId: idSchema.nullable(),
  createdAt: z.date(),
  readAt: z.date().nullable(),
})
export type Notification = z.infer<typeof notificationSchema>

export const listNotificationsSchema = z.object({ cursor: z.string().max(200).optional() })
export const unreadNotificationsSchema = z.object({ count: z.int() })
/** Null: all there are. */
export const markNotificationsReadSchema = z.object({ ids: z.array(idSchema).min(1).max(limits.page).nullable() })
