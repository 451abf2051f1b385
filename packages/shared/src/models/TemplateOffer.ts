import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Template } from './Template.ts'

/** A template that waits for its new owner to take it. */
export class TemplateOffer extends BaseModel {
  declare templateId: string
  declare offeredTo: string
  declare template?: Template

  static override tableName = 'template_offers'
  static override relationMappings = () => ({ template: belongsTo(Template, 'template_offers.templateId') })
  static override hiddenWith = ['template']
  static override partOf = { field: 'templateId' }
  static override audited = { templateId: 'value', offeredTo: 'value' } as const
}
