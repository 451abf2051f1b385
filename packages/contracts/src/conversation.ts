import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { personSchema } from './people.ts'
import { conversationAbilitySchema, participantRoleSchema } from './roles.ts'

export const conversationStatusSchema = z.enum(['active', 'paused', 'completed', 'archived'])
export type ConversationStatus = z.infer<typeof conversationStatusSchema>

export const titleSchema = z
  .string()
  .trim()
  .min(1, 'Enter a title.')
  .max(limits.title, `A title can have ${limits.title} characters.`)

export const conversationSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  status: conversationStatusSchema,
  role: participantRoleSchema,
  lastActivityAt: z.date(),
  abilities: z.array(conversationAbilitySchema),
})
export type ConversationSummary = z.infer<typeof conversationSummarySchema>

export const participantSchema = z.object({
  person: personSchema,
  role: participantRoleSchema,
})
export type Participant = z.infer<typeof participantSchema>

export const conversationSchema = conversationSummarySchema.extend({
  participants: z.array(participantSchema),
  draft: z.object({ id: idSchema, epoch: z.int() }),
})
export type Conversation = z.infer<typeof conversationSchema>

export const listConversationsSchema = z.object({
  status: conversationStatusSchema.default('active'),
  search: z.string().trim().max(limits.title).optional(),
  cursor: z.string().max(200).optional(),
})

/** A page of a list that is read on by its cursor; null where it ends. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}
