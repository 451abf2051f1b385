import { z } from 'zod'
import { idSchema } from './ids.ts'
import { personSchema } from './people.ts'
import { promptAbilitySchema } from './roles.ts'

export const promptStatusSchema = z.enum(['pending', 'completed', 'failed', 'cancelled'])
export type PromptStatus = z.infer<typeof promptStatusSchema>

/** A prompt as the chat shows it. Times in milliseconds, tokens counted, cost in micro-USD or null where unknown. */
export const promptSchema = z.object({
  id: idSchema,
  conversationId: idSchema,
  author: personSchema,
  userInput: z.string(),
  response: z.string(),
  status: promptStatusSchema,
  /** Why it failed or was stopped, as a sentence. */
  statusReason: z.string().nullable(),
  provider: z.string(),
  model: z.string(),
  responseTimeMs: z.int().nullable(),
  firstTokenMs: z.int().nullable(),
  tokensIn: z.int().nullable(),
  tokensOut: z.int().nullable(),
  costMicroUsd: z.int().nullable(),
  createdAt: z.date(),
  abilities: z.array(promptAbilitySchema),
})
export type Prompt = z.infer<typeof promptSchema>
