import type { ShareRole } from '@prologue/contracts'
import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Conversation } from './Conversation.ts'

export class ConversationShare extends BaseModel {
  declare conversationId: string
  declare createdBy: string
  /** SHA-256 of the token, in hex; the token itself is shown once. */
  declare tokenHash: string
  declare role: ShareRole
  declare expiresAt: Date | null
  declare revokedAt: Date | null
  /** Null: as often as anybody likes. */
  declare maxUses: number | null
  declare uses: number
  /** To whom it was mailed, where it is an invitation. */
  declare email: string | null
  declare emailCanonical: string | null
  declare conversation?: Conversation

  static override tableName = 'conversation_shares'
  static override relationMappings = () => ({ conversation: belongsTo(Conversation, 'conversation_shares.conversationId') })
  static override hiddenWith = ['conversation']
  static override instants = ['expiresAt', 'revokedAt']
  static override partOf = { field: 'conversationId' }
  static override audited = { conversationId: 'value', role: 'value', expiresAt: 'value', revokedAt: 'value' } as const
}
