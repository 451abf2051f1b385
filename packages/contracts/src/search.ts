import { z } from 'zod'
import { conversationStatusSchema, pageSchema } from './conversation.ts'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { templateSorts, templateSummarySchema } from './template.ts'

/** Of a longer text the beginning is searched: whoever pastes a page looks for something, too. */
export const searchTextSchema = z.string().transform((text) => text.slice(0, limits.search))

const searchFields = {
  text: searchTextSchema,
  /** Whether the last word may be the beginning of a longer one, as while somebody types. */
  prefix: z.boolean().default(false),
  cursor: z.string().max(200).optional(),
}

export const searchSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('templates'),
    ...searchFields,
    sort: z.enum(['relevance', ...templateSorts]).default('relevance'),
  }),
  z.object({
    kind: z.enum(['conversations', 'prompts']),
    ...searchFields,
    sort: z.enum(['relevance', 'newest']).default('relevance'),
  }),
])
export type SearchInput = z.infer<typeof searchSchema>
export type SearchSort = SearchInput['sort']

/** Where what was searched stands in a text: UTF-16 indices, end exclusive, in order and apart from each other. */
const rangeSchema = z.object({ start: z.int(), end: z.int() })
export type Range = z.infer<typeof rangeSchema>

/** A text, or a piece of a long one, with the places of what was searched in it. */
export const markedSchema = z.object({ text: z.string(), ranges: z.array(rangeSchema) })
export type Marked = z.infer<typeof markedSchema>

export const searchHitSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('template'),
    template: templateSummarySchema,
    title: markedSchema,
    description: markedSchema,
  }),
  z.object({
    kind: z.literal('conversation'),
    id: idSchema,
    status: conversationStatusSchema,
    lastActivityAt: z.date(),
    title: markedSchema,
    /** Of what its brief says. */
    excerpt: markedSchema,
  }),
  z.object({
    kind: z.literal('prompt'),
    id: idSchema,
    conversationId: idSchema,
    conversationTitle: z.string(),
    createdAt: z.date(),
    excerpt: markedSchema,
  }),
])
export type SearchHit = z.infer<typeof searchHitSchema>

export const searchResultSchema = pageSchema(searchHitSchema)
