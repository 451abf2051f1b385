import type { PromptEdit as PromptEditShape } from '@prologue/contracts'
import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Prompt } from './Prompt.ts'

/** An edit of the draft that an answer proposes. */
export class PromptEdit extends BaseModel {
  declare promptId: string
  /** Its place among the edits of the answer, from 0. */
  declare position: number
  declare section: string
  declare op: PromptEditShape['op']
  declare text: string
  declare state: PromptEditShape['state']
  declare decidedBy: string | null
  declare decidedAt: Date | null
  declare prompt?: Prompt

  static override tableName = 'prompt_edits'
  static override relationMappings = () => ({ prompt: belongsTo(Prompt, 'prompt_edits.promptId') })
  static override hiddenWith = ['prompt']
  static override instants = ['decidedAt']
  static override partOf = { field: 'promptId', through: { table: 'prompts', field: 'conversationId' } }
  static override audited = { promptId: 'value', section: 'digest', op: 'value', state: 'value', decidedBy: 'value' } as const
}
