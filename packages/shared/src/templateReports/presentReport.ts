import type { Person, TemplateReport as ReportShape } from '@prologue/contracts'
import type { Template, TemplateReport } from '../models/index.ts'

/** A report as moderators see it: of a template that its owner made private meanwhile the title too. Null where what it is about is gone. */
export function presentReport(
  report: TemplateReport,
  template: Template | undefined,
  people: ReadonlyMap<string | null, Person>,
): ReportShape | null {
  const reporter = people.get(report.reporterId)
  if (!template || !reporter) return null
  const { id, slug, title, visibility, ownerId } = template
  return {
    id: report.id,
    template: { id, slug, title, visibility, owner: people.get(ownerId) ?? null },
    reporter,
    reason: report.reason,
    details: report.details,
    status: report.status,
    decidedBy: people.get(report.decidedBy) ?? null,
    decidedAt: report.decidedAt,
    createdAt: report.createdAt,
  }
}
