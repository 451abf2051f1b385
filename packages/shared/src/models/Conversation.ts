import type { ConversationStatus } from '@prologue/contracts'
import { briefSchema } from '@prologue/prompt-kit'
import { z } from 'zod'
import { BaseModel } from './BaseModel.ts'

/** What the conversation has gathered so far: the brief that the next message adds to. */
const conversationContextSchema = z.object({ brief: briefSchema.optional() })
export type ConversationContext = z.infer<typeof conversationContextSchema>

export class Conversation extends BaseModel {
  declare ownerId: string
  declare title: string
  declare status: ConversationStatus
  declare context: ConversationContext
  declare lastActivityAt: Date
  declare deletedAt: Date | null

  static override tableName = 'conversations'
  static override softDelete = true
  static override instants = ['lastActivityAt']
  static override json = { context: conversationContextSchema }
  static override audited = { ownerId: 'value', title: 'value', status: 'value', deletedAt: 'value' } as const
}
