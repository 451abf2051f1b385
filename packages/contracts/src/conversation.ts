import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { participantSchema } from './participant.ts'
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
  /** Messages of others that the caller has not read yet; no more are counted than `limits.unread`. */
  unread: z.int().min(0).max(limits.unread),
  /** By the caller, for their own list. */
  pinned: z.boolean(),
})
export type ConversationSummary = z.infer<typeof conversationSummarySchema>

export const conversationSchema = conversationSummarySchema.extend({
  participants: z.array(participantSchema),
  draft: z.object({ id: idSchema, epoch: z.int() }),
  /** Of all its answers; cost in micro-USD, of those whose cost is known, and of how many models' answers it is not. */
  totals: z.object({ tokensIn: z.int(), tokensOut: z.int(), costMicroUsd: z.int(), costUnknown: z.int() }),
})
export type Conversation = z.infer<typeof conversationSchema>

/** Whose conversations a list shows: the caller's own, or those that others share with them. */
export const conversationSideSchema = z.enum(['mine', 'shared'])
export type ConversationSide = z.infer<typeof conversationSideSchema>

export const listConversationsSchema = z.object({
  status: conversationStatusSchema.default('active'),
  role: conversationSideSchema.optional(),
  search: z.string().trim().max(limits.title).optional(),
  cursor: z.string().max(200).optional(),
})

export const setConversationStatusSchema = z.object({ id: idSchema, status: conversationStatusSchema })
export const pinConversationSchema = z.object({ id: idSchema, pinned: z.boolean() })
/** Read are the messages until `readThrough`, or until now. */
export const markReadSchema = z.object({ id: idSchema, readThrough: z.date().optional() })

/** A page of a list that is read on by its cursor; null where it ends. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

/** The pinned ones stand beside the first page, the one pinned last first; no page has them again. */
export const conversationListSchema = pageSchema(conversationSummarySchema).extend({ pinned: z.array(conversationSummarySchema) })
export type ConversationList = z.infer<typeof conversationListSchema>
