import { BaseModel } from './BaseModel.ts'

/** Words that moderators agreed are not for others, as a digest: they are held wherever they stand, also when their template is gone. */
export class TemplateUpheldText extends BaseModel {
  declare wordsDigest: string
  /** Whom they are held from; null: everybody. */
  declare ownerId: string | null
  /** Where they were reported; null: that is gone. */
  declare templateId: string | null
  declare reportId: string | null

  static override tableName = 'template_upheld_texts'
  static override audited = { wordsDigest: 'value', ownerId: 'value', templateId: 'value', reportId: 'value' } as const
}
