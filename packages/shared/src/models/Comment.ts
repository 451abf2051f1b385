import { anchorSchema, idSchema, type Anchor } from '@prologue/contracts'
import { z } from 'zod'
import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Draft } from './Draft.ts'

/** A remark on a draft, or an answer in its thread. */
export class Comment extends BaseModel {
  declare draftId: string
  /** The first of the thread; null for the first itself. */
  declare parentId: string | null
  declare authorId: string
  declare body: string
  declare mentions: string[]
  /** Null: on the draft as a whole, or an answer. */
  declare anchor: Anchor | null
  declare editedAt: Date | null
  declare resolvedAt: Date | null
  declare resolvedBy: string | null
  declare deletedAt: Date | null
  /** Who deleted it the last time, and may bring it back beside those who may delete any. */
  declare deletedBy: string | null
  declare draft?: Draft

  static override tableName = 'comments'
  static override softDelete = true
  static override relationMappings = () => ({ draft: belongsTo(Draft, 'comments.draftId') })
  static override hiddenWith = ['draft']
  static override instants = ['editedAt', 'resolvedAt']
  static override json = { anchor: anchorSchema.nullable(), mentions: z.array(idSchema) }
  static override partOf = { field: 'draftId', through: { table: 'drafts', field: 'conversationId' } }
  static override audited = {
    draftId: 'value',
    parentId: 'value',
    body: 'digest',
    resolvedAt: 'value',
    deletedAt: 'value',
  } as const
}
