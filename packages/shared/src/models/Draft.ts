import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Conversation } from './Conversation.ts'

/** The live document of a conversation: a snapshot, and in `draft_updates` what came after it. */
export class Draft extends BaseModel {
  declare conversationId: string
  /** Changes when the document is replaced as a whole, so that no browser merges an older one into it. */
  declare epoch: number
  /** A Yjs V1 state; null before the first compaction. */
  declare snapshot: Uint8Array | null
  declare snapshotSequence: number
  /** The text as of the snapshot. */
  declare content: string
  declare conversation?: Conversation

  static override tableName = 'drafts'
  static override relationMappings = () => ({ conversation: belongsTo(Conversation, 'drafts.conversationId') })
  static override hiddenWith = ['conversation']
  static override partOf = { field: 'conversationId' }
  static override audited = { conversationId: 'value', epoch: 'value' } as const
}
