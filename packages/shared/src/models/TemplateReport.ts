import type { ReportReason, ReportStatus } from '@prologue/contracts'
import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import { Template } from './Template.ts'

/** What one person finds wrong with a template, or with a review of it, for moderators to decide. */
export class TemplateReport extends BaseModel {
  declare templateId: string
  /** The rating whose words it is of; null: the template itself. */
  declare ratingId: string | null
  /** The id of what it is of: the rating’s, or the template’s. */
  declare aboutId: string
  /** Null: who reported is gone. */
  declare reporterId: string | null
  declare reason: ReportReason
  declare details: string
  /** The version that was seen by who reported it; null: it is of a review. */
  declare reportedNumber: number | null
  /** The words they saw, of a review; null: it is of the template, or who wrote them is erased. */
  declare reportedReview: string | null
  declare status: ReportStatus
  declare decidedBy: string | null
  declare decidedAt: Date | null
  declare template?: Template

  static override tableName = 'template_reports'
  static override relationMappings = () => ({ template: belongsTo(Template, 'template_reports.templateId') })
  static override hiddenWith = ['template']
  static override instants = ['decidedAt']
  static override audited = {
    templateId: 'value',
    ratingId: 'value',
    reporterId: 'value',
    reason: 'value',
    details: 'digest',
    reportedNumber: 'value',
    reportedReview: 'digest',
    status: 'value',
    decidedBy: 'value',
  } as const
}
