import type { SectionLock } from '@prologue/contracts'
import { z } from 'zod'
import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Draft } from './Draft.ts'

/** What a draft knows of one of its sections. */
export class DraftSection extends BaseModel {
  declare draftId: string
  declare section: string
  /** Marks of what the assistant wrote there, the latest last. */
  declare written: string[]
  /** Null: it is locked once people have edited it. */
  declare lock: SectionLock | null
  declare draft?: Draft

  static override tableName = 'draft_sections'
  static override relationMappings = () => ({ draft: belongsTo(Draft, 'draft_sections.draftId') })
  static override hiddenWith = ['draft']
  static override json = { written: z.array(z.string()) }
  static override partOf = { field: 'draftId', through: { table: 'drafts', field: 'conversationId' } }
  static override audited = { draftId: 'value', section: 'digest', lock: 'value' } as const
}
