import { z } from 'zod'
import { personSchema } from './people.ts'
import { idSchema } from './ids.ts'

/** What people delete and bring back, as a whole. */
export const deletedKinds = ['conversation', 'template'] as const
export type DeletedKind = (typeof deletedKinds)[number]

/** Something that was deleted, as administrators see it. */
export const deletedItemSchema = z.object({
  id: idSchema,
  kind: z.enum(deletedKinds),
  /** Of a template that everybody could find; null: what it is called is for its own people alone. */
  title: z.string().nullable(),
  owner: personSchema.nullable(),
  deletedAt: z.date(),
  /** The night after which it is gone for good. */
  purgedAfter: z.date(),
})
export type DeletedItem = z.infer<typeof deletedItemSchema>

export const deletedOneSchema = z.object({ kind: z.enum(deletedKinds), id: idSchema })
export type DeletedOne = z.infer<typeof deletedOneSchema>

export const listDeletedSchema = z.object({ kind: z.enum(deletedKinds), cursor: z.string().max(200).optional() })
