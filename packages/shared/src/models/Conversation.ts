import type { ConversationStatus } from '@prologue/contracts'
import { briefSchema } from '@prologue/prompt-kit'
import { z } from 'zod'
import { BaseModel } from './BaseModel.ts'
import { briefWords } from './briefWords.ts'
import type { Searched } from './searchDocuments.ts'
import { belongsTo } from './belongsTo.ts'
import { User } from './User.ts'

/** The slots that were asked about, and those of them that were passed over, as often as they were. */
export const interviewSchema = z.object({ asked: z.array(z.string()), skipped: z.array(z.string()) })
export type Interview = z.infer<typeof interviewSchema>

/** What the conversation has gathered so far. */
const conversationContextSchema = z.object({
  /** The brief that the next message adds to. */
  brief: briefSchema.optional(),
  interview: interviewSchema.optional(),
})
export type ConversationContext = z.infer<typeof conversationContextSchema>

export class Conversation extends BaseModel {
  declare ownerId: string
  declare organizationId: string | null
  declare title: string
  declare status: ConversationStatus
  declare context: ConversationContext
  /** Kept by the database, as are the counts: they follow the prompts. */
  declare lastActivityAt: Date
  declare promptCount: number
  declare tokensIn: number
  declare tokensOut: number
  /** Micro-USD, of the answers whose cost is known. */
  declare costMicroUsd: number
  /** Answers of models that took tokens at a price nobody knows. */
  declare costUnknown: number
  declare deletedAt: Date | null
  declare owner?: User

  static override tableName = 'conversations'
  static override softDelete = true
  static override relationMappings = () => ({ owner: belongsTo(User, 'conversations.ownerId') })
  static override hiddenWith = ['owner']
  static override instants = ['lastActivityAt']
  static override json = { context: conversationContextSchema }
  static override searched = {
    noun: 'conversation',
    fields: {
      title: { weight: 3 },
      context: { weight: 1, read: (value) => briefWords(conversationContextSchema.parse(value).brief) },
    },
  } as const satisfies Searched
  static override partOf = { field: 'id' }
  /** A title may be the first line of a prompt. */
  static override audited = { ownerId: 'value', title: 'digest', status: 'value', deletedAt: 'value' } as const
}
