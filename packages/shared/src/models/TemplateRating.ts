import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Template } from './Template.ts'

/** What one person thinks of a template: one to five stars and, if they like, some words. */
export class TemplateRating extends BaseModel {
  declare templateId: string
  declare userId: string
  declare rating: number
  declare review: string | null
  declare template?: Template

  static override tableName = 'template_ratings'
  static override relationMappings = () => ({ template: belongsTo(Template, 'template_ratings.templateId') })
  static override hiddenWith = ['template']
  static override audited = { templateId: 'value', userId: 'value', rating: 'value', review: 'digest' } as const
}
