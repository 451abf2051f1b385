import type { ParticipantRole } from '@prologue/contracts'
import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Conversation } from './Conversation.ts'
import { User } from './User.ts'

export class ConversationParticipant extends BaseModel {
  declare conversationId: string
  declare userId: string
  /** The link they came by; revoking it ends their access. */
  declare shareId: string | null
  declare invitedBy: string | null
  declare role: ParticipantRole
  /** Which of the cursor colours is theirs here, by its place in `personColours`. */
  declare colour: number
  declare lastReadAt: Date | null
  declare pinnedAt: Date | null
  /** The conversation's, kept by the database from then on. */
  declare lastActivityAt: Date
  declare conversation?: Conversation
  declare user?: User

  static override tableName = 'conversation_participants'
  static override relationMappings = () => ({
    conversation: belongsTo(Conversation, 'conversation_participants.conversationId'),
    user: belongsTo(User, 'conversation_participants.userId'),
  })
  static override hiddenWith = ['conversation', 'user']
  static override instants = ['lastReadAt', 'pinnedAt', 'lastActivityAt']
  static override partOf = { field: 'conversationId' }
  static override audited = { conversationId: 'value', userId: 'value', shareId: 'value', role: 'value' } as const
}
