import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Draft } from './Draft.ts'

/** An immutable, named state of a draft. */
export class DraftCheckpoint extends BaseModel {
  declare draftId: string
  declare createdBy: string
  declare name: string
  declare content: string
  declare draft?: Draft

  static override tableName = 'draft_checkpoints'
  static override relationMappings = () => ({ draft: belongsTo(Draft, 'draft_checkpoints.draftId') })
  static override hiddenWith = ['draft']
  static override audited = { draftId: 'value', name: 'value', content: 'digest' } as const
}
