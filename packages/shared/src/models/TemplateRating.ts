import { BaseModel } from './BaseModel.ts'

/** What one person thinks of a template: one to five stars and, if they like, some words. */
export class TemplateRating extends BaseModel {
  declare templateId: string
  declare userId: string
  declare rating: number
  declare review: string | null

  static override tableName = 'template_ratings'
  static override audited = { templateId: 'value', userId: 'value', rating: 'value', review: 'digest' } as const
}
