import { modelSettingsSchema, type ModelSettings } from '@prologue/contracts'
import type { StaticHookArguments } from 'objection'
import { variableSchema, type Variable } from '@prologue/prompt-kit'
import { z } from 'zod'
import { wordsDigest } from '../database/words/index.ts'
import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Template } from './Template.ts'

/** One immutable, numbered content of a template. */
export class TemplateVersion extends BaseModel {
  declare templateId: string
  /** The version it came from, also one of another template. */
  declare parentVersionId: string | null
  declare authorId: string | null
  declare number: number
  declare content: string
  /** What its words are known by, kept by this model. */
  declare wordsDigest: string
  declare variables: Variable[]
  declare settings: ModelSettings
  /** What changed, in its author's words. */
  declare message: string
  declare template?: Template

  static override tableName = 'template_versions'
  static override relationMappings = () => ({ template: belongsTo(Template, 'template_versions.templateId') })
  static override hiddenWith = ['template']
  static override json = { variables: z.array(variableSchema), settings: modelSettingsSchema }
  static override partOf = { field: 'templateId' }
  static override audited = {
    templateId: 'value',
    parentVersionId: 'value',
    number: 'value',
    content: 'digest',
    message: 'digest',
  } as const

  static override beforeInsert(args: StaticHookArguments<TemplateVersion>): void {
    super.beforeInsert(args)
    for (const item of args.inputItems) item.wordsDigest = wordsDigest(item.content)
  }
}
