import type { PromptStatus } from '@prologue/contracts'
import { briefSchema, familySchema } from '@prologue/prompt-kit'
import { z } from 'zod'
import { BaseModel } from './BaseModel.ts'

const promptParametersSchema = z.object({ family: familySchema.optional() })
/** The brief as it stood for this exchange: what the answer can be composed from again. */
const promptMetadataSchema = z.object({ brief: briefSchema.optional() })

/** One exchange of a conversation. Times in milliseconds, cost in micro-USD; null where not known. */
export class Prompt extends BaseModel {
  declare conversationId: string
  declare authorId: string
  declare userInput: string
  /** The draft as it stood when the exchange began. */
  declare systemPrompt: string
  declare response: string
  declare provider: string
  declare model: string
  declare parameters: z.infer<typeof promptParametersSchema>
  declare status: PromptStatus
  declare statusReason: string | null
  declare responseTimeMs: number | null
  declare firstTokenMs: number | null
  declare tokensIn: number | null
  declare tokensOut: number | null
  declare costMicroUsd: number | null
  declare metadata: z.infer<typeof promptMetadataSchema>
  declare deletedAt: Date | null

  static override tableName = 'prompts'
  static override softDelete = true
  static override json = { parameters: promptParametersSchema, metadata: promptMetadataSchema }
  static override audited = {
    conversationId: 'value',
    userInput: 'digest',
    response: 'digest',
    provider: 'value',
    model: 'value',
    status: 'value',
    deletedAt: 'value',
  } as const
}
