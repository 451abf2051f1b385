import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Template } from './Template.ts'

/** A named pointer to a version, such as `production`. `latest` is none: it is the template's newest number. */
export class TemplateLabel extends BaseModel {
  declare templateId: string
  declare name: string
  declare number: number
  declare movedBy: string | null
  declare template?: Template

  static override tableName = 'template_labels'
  static override relationMappings = () => ({ template: belongsTo(Template, 'template_labels.templateId') })
  static override hiddenWith = ['template']
  static override partOf = { field: 'templateId' }
  static override audited = { templateId: 'value', name: 'digest', number: 'value' } as const
}
