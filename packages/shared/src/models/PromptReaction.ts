import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Prompt } from './Prompt.ts'

/** One emoji of one person at one exchange. */
export class PromptReaction extends BaseModel {
  declare promptId: string
  declare userId: string
  declare emoji: string
  declare prompt?: Prompt

  static override tableName = 'prompt_reactions'
  static override relationMappings = () => ({ prompt: belongsTo(Prompt, 'prompt_reactions.promptId') })
  static override hiddenWith = ['prompt']
  static override partOf = { field: 'promptId', through: { table: 'prompts', field: 'conversationId' } }
  static override audited = { promptId: 'value', userId: 'value', emoji: 'value' } as const
}
