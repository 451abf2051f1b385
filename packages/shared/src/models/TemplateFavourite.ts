import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Template } from './Template.ts'

/** A template that one person keeps at hand. */
export class TemplateFavourite extends BaseModel {
  declare templateId: string
  declare userId: string
  declare template?: Template

  static override tableName = 'template_favourites'
  static override relationMappings = () => ({ template: belongsTo(Template, 'template_favourites.templateId') })
  static override hiddenWith = ['template']
  static override audited = { templateId: 'value', userId: 'value' } as const
}
