import type { CheckpointKind } from '@prologue/contracts'
import { z } from 'zod'
import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Draft } from './Draft.ts'

const rewritingSchema = z.object({
  promptId: z.string(),
  /** Of the content, ascending and apart: what the answer changed. */
  changes: z.array(z.object({ index: z.int(), remove: z.int(), insert: z.string() })),
  /** Which edits of the answer these were. */
  editIds: z.array(z.string()),
})
export type Rewriting = z.infer<typeof rewritingSchema>

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
  /** What was written into the draft right after it, where an answer was applied then. */
  declare rewriting: Rewriting | null
  declare draft?: Draft

  static override tableName = 'draft_checkpoints'
  static override relationMappings = () => ({ draft: belongsTo(Draft, 'draft_checkpoints.draftId') })
  static override hiddenWith = ['draft']
  static override json = { rewriting: rewritingSchema.nullable() }
  static override partOf = { field: 'draftId', through: { table: 'drafts', field: 'conversationId' } }
  static override audited = { draftId: 'value', kind: 'value', name: 'digest', content: 'digest' } as const
}
