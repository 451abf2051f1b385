import type { CheckpointKind } from '@prologue/contracts'
import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Draft } from './Draft.ts'

/** An immutable, named state of a draft. */
export class DraftCheckpoint extends BaseModel {
  declare draftId: string
  /** Null: the program, as time went by. */
  declare createdBy: string | null
  declare kind: CheckpointKind
  declare name: string
  declare content: string
  /** Of the content, in UTF-16 code units. */
  declare size: number
  /** What of the document was there (a Yjs state vector). */
  declare stateVector: Uint8Array
  declare draft?: Draft

  static override tableName = 'draft_checkpoints'
  static override relationMappings = () => ({ draft: belongsTo(Draft, 'draft_checkpoints.draftId') })
  static override hiddenWith = ['draft']
  static override audited = { draftId: 'value', kind: 'value', name: 'value', content: 'digest' } as const
}
