import { z } from 'zod'

const keptVersionSchema = z.object({
  /** Fields that have no place here, such as ids. */
  fields: z.record(z.string(), z.unknown()).optional(),
  /** The configuration but for the model and its settings. */
  config: z.unknown().optional(),
  /** Of a chat: its messages beside the system text. */
  chat: z.unknown().optional(),
})
/** What Langfuse holds of a version beside what has a place here. */
export type KeptVersion = z.infer<typeof keptVersionSchema>

/** By the number of the version. */
export const keptSchema = z.object({ versions: z.record(z.string(), keptVersionSchema) })
