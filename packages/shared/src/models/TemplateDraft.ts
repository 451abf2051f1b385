import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Template } from './Template.ts'
import { z } from 'zod'

const unfinished = z.record(z.string(), z.unknown())

/** What is written on a template and not yet a version: nothing in it need be complete. */
export class TemplateDraft extends BaseModel {
  declare templateId: string
  declare content: string
  declare variables: Record<string, unknown>[]
  declare settings: Record<string, unknown>
  /** The number of the version it was begun from, 0 where none was there. */
  declare basedOn: number
  /** Goes up with every save. */
  declare revision: number
  declare savedBy: string | null
  declare template?: Template

  static override tableName = 'template_drafts'
  static override relationMappings = () => ({ template: belongsTo(Template, 'template_drafts.templateId') })
  static override hiddenWith = ['template']
  static override json = { variables: z.array(unfinished), settings: unfinished }
  static override partOf = { field: 'templateId' }
  /** What is typed is nothing that happened yet: the version it becomes is told of. */
  static override audited = { templateId: 'value', basedOn: 'value' } as const
}
