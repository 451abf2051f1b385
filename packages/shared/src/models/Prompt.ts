import { modelChoiceSchema, questionSchema, type Act, type PromptStatus } from '@prologue/contracts'
import { briefFormSchema, briefSchema, familySchema } from '@prologue/prompt-kit'
import { z } from 'zod'
import { BaseModel } from './BaseModel.ts'
import type { Searched } from './searchDocuments.ts'
import { belongsTo } from './belongsTo.ts'
import { Conversation, interviewSchema } from './Conversation.ts'

const promptParametersSchema = z.object({
  family: familySchema.optional(),
  temperature: z.number().optional(),
  maxTokens: z.int().optional(),
  /** Into which language it was to be translated. */
  language: z.string().optional(),
})

const promptMetadataSchema = z.object({
  /** What was pressed or filled in beside the words of the message: they are read by it when it is answered anew. */
  pressed: z
    .object({
      form: briefFormSchema.optional(),
      answers: z.string().optional(),
      skips: z.string().optional(),
      files: z.object({ words: z.string(), slot: z.string() }).optional(),
    })
    .optional(),
  /** What the conversation had gathered when it began, and the slot of the question that was open: what another answer goes on from. */
  before: z.object({ brief: briefSchema.optional(), interview: interviewSchema, open: z.string().nullable() }).optional(),
  /** As it stood for this exchange: what the answer can be composed from again. */
  brief: briefSchema.optional(),
  question: questionSchema.optional(),
  unsorted: z.array(z.string()).optional(),
  /** How the questions stood after it. */
  interview: interviewSchema.optional(),
  /** Which model was asked; absent: the composer. */
  choice: modelChoiceSchema.optional(),
  /** The response is no prompt but words to whoever asked, though no model wrote them. */
  reply: z.boolean().optional(),
  /** The provider it was sent to first, where another had to answer. */
  insteadOf: z.string().optional(),
})

/** One exchange of a conversation. Times in milliseconds, cost in micro-USD; null where not known. */
export class Prompt extends BaseModel {
  declare conversationId: string
  declare authorId: string
  /** The version of a template it was begun with. */
  declare templateVersionId: string | null
  /** The exchange it goes on from. */
  declare parentPromptId: string | null
  /** Which message it answers, by the first answer to that, which may be gone; null: it is the first. */
  declare messageId: string | null
  declare act: Act
  declare userInput: string
  /** The draft as it stood when the exchange began. */
  declare systemPrompt: string
  declare response: string
  declare provider: string
  declare model: string
  /** As the provider reported it. */
  declare modelVersion: string | null
  declare parameters: z.infer<typeof promptParametersSchema>
  declare status: PromptStatus
  declare statusReason: string | null
  /** Who stopped the answer: named where it is shown, so that no name stays in it. */
  declare stoppedBy: string | null
  declare responseTimeMs: number | null
  declare firstTokenMs: number | null
  declare tokensIn: number | null
  /** Of `tokensIn`, those the provider had kept. */
  declare tokensCached: number | null
  declare tokensOut: number | null
  declare costMicroUsd: number | null
  /** Whose budget of the day it counts against; null where no model was asked. */
  declare payerId: string | null
  /** With how much it does: its cost, or about that where nobody said it; while it is written, what it may cost. */
  declare chargedMicroUsd: number | null
  declare rating: number | null
  declare feedback: string | null
  declare metadata: z.infer<typeof promptMetadataSchema>
  /** When its message was last changed by who wrote it. */
  declare editedAt: Date | null
  /** Of the answers to one message the one that is shown, and with it what came after it. */
  declare chosen: boolean
  declare deletedAt: Date | null
  /** Who deleted it the last time, and may bring it back beside those who may delete any. */
  declare deletedBy: string | null
  declare conversation?: Conversation

  static override tableName = 'prompts'
  static override softDelete = true
  static override relationMappings = () => ({ conversation: belongsTo(Conversation, 'prompts.conversationId') })
  static override hiddenWith = ['conversation']
  static override instants = ['editedAt']
  static override booleans = ['chosen']
  static override json = { parameters: promptParametersSchema, metadata: promptMetadataSchema }
  static override searched = {
    noun: 'prompt',
    fields: { userInput: { weight: 1 }, response: { weight: 1 } },
  } as const satisfies Searched
  static override partOf = { field: 'conversationId' }
  static override audited = {
    conversationId: 'value',
    act: 'value',
    userInput: 'digest',
    response: 'digest',
    provider: 'value',
    model: 'value',
    status: 'value',
    templateVersionId: 'value',
    rating: 'value',
    feedback: 'digest',
    chosen: 'value',
    deletedAt: 'value',
  } as const
}
