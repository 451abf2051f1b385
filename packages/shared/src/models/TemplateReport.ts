import type { ReportReason, ReportStatus } from '@prologue/contracts'
import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Template } from './Template.ts'

/** What one person finds wrong with a template, for moderators to decide. */
export class TemplateReport extends BaseModel {
  declare templateId: string
  declare reporterId: string
  declare reason: ReportReason
  declare details: string
  declare status: ReportStatus
  declare decidedBy: string | null
  declare decidedAt: Date | null
  /** The number of the version that was the newest when it was upheld. */
  declare upheldNumber: number | null
  declare template?: Template

  static override tableName = 'template_reports'
  static override relationMappings = () => ({ template: belongsTo(Template, 'template_reports.templateId') })
  static override hiddenWith = ['template']
  static override instants = ['decidedAt']
  static override audited = {
    templateId: 'value',
    reporterId: 'value',
    reason: 'value',
    details: 'digest',
    status: 'value',
    decidedBy: 'value',
  } as const
}
