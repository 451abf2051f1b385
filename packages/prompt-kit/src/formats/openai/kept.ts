import { z } from 'zod'

/** How requests say how many tokens an answer may have. */
export const limitNames = ['max_completion_tokens', 'max_tokens', 'max_output_tokens'] as const

/** What a request holds beside what has a place here. Without any of it, it is a chat of one system message. */
export const keptSchema = z.object({
  /** Where the text stands: in the instructions, in messages of the input, or as the input itself. */
  place: z.enum(['instructions', 'input', 'text']).optional(),
  /** Of messages: those beside the text. */
  chat: z.unknown().optional(),
  /** Beside instructions. */
  input: z.unknown().optional(),
  limit: z.enum(limitNames).optional(),
  isNamed: z.boolean().optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
})
export type Kept = z.infer<typeof keptSchema>
