import { z } from 'zod'
import { clientIdSchema } from './events.ts'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { personSchema } from './people.ts'

/** Why a checkpoint was made: by hand, before an answer was applied, before an earlier state was restored, as time went by. */
export const checkpointKinds = ['manual', 'apply', 'restore', 'time'] as const
export const checkpointKindSchema = z.enum(checkpointKinds)
export type CheckpointKind = z.infer<typeof checkpointKindSchema>

/** A kept state of a draft as the time line shows it. */
export const checkpointSchema = z.object({
  id: idSchema,
  kind: checkpointKindSchema,
  /** What somebody called it; of those the program made, what it was made before. */
  name: z.string(),
  /** Null: the program, as time went by. */
  createdBy: personSchema.nullable(),
  createdAt: z.date(),
  /** Of its text, in characters (UTF-16 code units). */
  size: z.int(),
})
export type Checkpoint = z.infer<typeof checkpointSchema>

export const checkpointTextSchema = checkpointSchema.extend({ content: z.string() })
export type CheckpointText = z.infer<typeof checkpointTextSchema>

export const saveCheckpointSchema = z.object({
  conversationId: idSchema,
  name: z
    .string()
    .trim()
    .min(1, 'Give the checkpoint a name.')
    .max(limits.title, `A name can have ${limits.title} characters. Shorten it.`),
})

/** Who wrote under a client id of a draft, and when. */
export const draftAuthorSchema = z.object({
  clientId: clientIdSchema,
  /** Null: the assistant. */
  person: personSchema.nullable(),
  /** When its first edit was made. */
  since: z.date(),
  /**
   * Instants at which the draft was kept, rising, each with the number of characters written under the client id by then: what it
   * wrote below that number was there, and above it not yet.
   */
  seen: z.array(z.object({ at: z.date(), clock: z.int() })),
})
export type DraftAuthor = z.infer<typeof draftAuthorSchema>

export const draftAuthorsSchema = z.object({
  conversationId: idSchema,
  clientIds: z.array(clientIdSchema).max(limits.authorsAsked),
})
