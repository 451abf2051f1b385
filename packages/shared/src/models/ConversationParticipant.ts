import type { ParticipantRole } from '@prologue/contracts'
import { BaseModel } from './BaseModel.ts'

export class ConversationParticipant extends BaseModel {
  declare conversationId: string
  declare userId: string
  /** The link they came by; revoking it ends their access. */
  declare shareId: string | null
  declare invitedBy: string | null
  declare role: ParticipantRole
  declare lastReadAt: Date | null

  static override tableName = 'conversation_participants'
  static override instants = ['lastReadAt']
  static override audited = { conversationId: 'value', userId: 'value', shareId: 'value', role: 'value' } as const
}
