import type { Person, TemplateReport as ReportShape } from '@prologue/contracts'
import { wordsOf } from '../database/words/index.ts'
import type { Template, TemplateRating, TemplateReport } from '../models/index.ts'

/** What reports are about, by their ids. */
type About = {
  templates: ReadonlyMap<string, Pick<Template, 'id' | 'slug' | 'title' | 'visibility' | 'ownerId' | 'latestNumber'>>
  /** What the words of versions are known by, under their `versionKey`. */
  digests: ReadonlyMap<string, string>
  ratings: ReadonlyMap<string, Pick<TemplateRating, 'userId' | 'rating' | 'review'>>
  people: ReadonlyMap<string | null, Person>
}

/** A report as moderators see it: of a template that its owner made private meanwhile the title too. Null where what it is about is gone. */
export function presentReport(report: TemplateReport, { templates, digests, ratings, people }: About): ReportShape | null {
  const template = templates.get(report.templateId)
  const rating = report.ratingId === null ? null : ratings.get(report.ratingId)
  const author = rating && people.get(rating.userId)
  if (!template || rating === undefined || author === undefined) return null
  const { id, slug, title, visibility, ownerId, latestNumber } = template
  const { reportedNumber: number, reportedReview: text } = report
  const digestOf = (of: number) => digests.get(versionKey(id, of))
  return {
    id: report.id,
    template: { id, slug, title, visibility, owner: people.get(ownerId) ?? null },
    version: number === null ? null : { number, isCurrent: digestOf(number) === digestOf(latestNumber) },
    review: rating && author && { author, rating: rating.rating, text, isCurrent: text !== null && isSame(text, rating.review) },
    reporter: people.get(report.reporterId) ?? null,
    reason: report.reason,
    details: report.details,
    status: report.status,
    decidedBy: people.get(report.decidedBy) ?? null,
    decidedAt: report.decidedAt,
    createdAt: report.createdAt,
  }
}

export const versionKey = (templateId: string, number: number) => `${templateId} ${number}`

function isSame(reported: string, review: string | null): boolean {
  return review !== null && wordsOf(review) === wordsOf(reported)
}
