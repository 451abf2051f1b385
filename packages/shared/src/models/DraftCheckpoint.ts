import { BaseModel } from './BaseModel.ts'

/** An immutable, named state of a draft. */
export class DraftCheckpoint extends BaseModel {
  declare draftId: string
  declare createdBy: string
  declare name: string
  declare content: string

  static override tableName = 'draft_checkpoints'
  static override audited = { draftId: 'value', name: 'value', content: 'digest' } as const
}
