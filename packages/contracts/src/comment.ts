import { z } from 'zod'
import { clientIdSchema } from './events.ts'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { personSchema } from './people.ts'
import { commentAbilitySchema } from './roles.ts'

const association = z.int().min(-1).max(1).optional()

/** A Yjs relative position as its JSON, in the two forms it has in a plain text: beside a character, or at an end of the whole. */
const placeSchema = z.union([
  z.object({ item: z.object({ client: clientIdSchema, clock: z.int().min(0) }), assoc: association }),
  z.object({ tname: z.string().max(50), assoc: association }),
])

/** A piece of the draft that moves with its text, and the words it was put on. */
export const anchorSchema = z.object({
  start: placeSchema,
  end: placeSchema,
  quote: z.string().min(1).max(limits.commentQuote),
})
export type Anchor = z.infer<typeof anchorSchema>

const bodySchema = z
  .string()
  .trim()
  .min(1, 'Write something first.')
  .max(limits.comment, `A comment can have ${limits.comment.toLocaleString('en')} characters.`)

/** Who is called by name: each stands in the text as `@[id]`, so that a name that changes is shown as it is now. */
const mentionsSchema = z
  .array(idSchema)
  .max(limits.commentMentions, `A comment can mention ${limits.commentMentions} people.`)
  .default([])

export const addCommentSchema = z
  .object({
    conversationId: idSchema,
    /** The first comment of the thread this answers; without it a thread begins. */
    parentId: idSchema.optional(),
    /** What it is on; without it the draft as a whole. */
    anchor: anchorSchema.optional(),
    body: bodySchema,
    mentions: mentionsSchema,
  })
  .refine(({ parentId, anchor }) => parentId === undefined || anchor === undefined, {
    path: ['anchor'],
    message: 'An answer stands where its thread does.',
  })
export type AddComment = z.input<typeof addCommentSchema>

export const editCommentSchema = z.object({ id: idSchema, body: bodySchema, mentions: mentionsSchema })

/** A comment on a draft, or an answer in its thread. */
export const commentSchema = z.object({
  id: idSchema,
  /** The first of its thread; null for the first itself. */
  parentId: idSchema.nullable(),
  author: personSchema,
  body: z.string(),
  mentions: z.array(personSchema),
  /** Null: on the draft as a whole, or an answer. */
  anchor: anchorSchema.nullable(),
  createdAt: z.date(),
  editedAt: z.date().nullable(),
  /** Who settled the thread and when; null while it is open, and of answers. `by` is null where they are gone. */
  resolved: z.object({ by: personSchema.nullable(), at: z.date() }).nullable(),
  abilities: z.array(commentAbilitySchema),
})
export type Comment = z.infer<typeof commentSchema>

/** All comments of a draft in the order they were written; there are at most `limits.commentsPerDraft`. */
export const commentListSchema = z.object({ items: z.array(commentSchema) })

/** How a person stands in the text of a comment. */
export const mentionToken = (id: string): string => `@[${id}]`
export const mentionPattern = /@\[([0-9a-f-]{36})\]/gu
