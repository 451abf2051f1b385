import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { personSchema } from './people.ts'
import { ratingSchema, templateVisibilitySchema, versionNumberSchema } from './template.ts'

export const reportReasons = ['spam', 'harmful', 'copyright', 'personal-data', 'other'] as const
export const reportReasonSchema = z.enum(reportReasons)
export type ReportReason = z.infer<typeof reportReasonSchema>

/** Upheld: the text is no longer for others, or the review was taken away. */
export const reportStatuses = ['open', 'upheld', 'dismissed'] as const
export const reportStatusSchema = z.enum(reportStatuses)
export type ReportStatus = z.infer<typeof reportStatusSchema>

const detailsSchema = z.string().trim().max(limits.review, `A report can have ${limits.review} characters.`)

/** One a person and template; who reports again writes it anew. */
export const reportTemplateSchema = z.object({
  templateId: idSchema,
  /** The version that was seen; the newest where none is said. */
  number: versionNumberSchema.optional(),
  reason: reportReasonSchema,
  details: detailsSchema.default(''),
})

/** What somebody wrote about a template; one a person, as above. */
export const reportReviewSchema = reportTemplateSchema.omit({ templateId: true, number: true }).extend({ ratingId: idSchema })

/** A report as moderators see it. */
export const templateReportSchema = z.object({
  id: idSchema,
  template: z.object({
    id: idSchema,
    slug: z.string(),
    title: z.string(),
    visibility: templateVisibilitySchema,
    owner: personSchema.nullable(),
  }),
  /** The version it is of, and whether the newest says the same; null: it is of a review. */
  version: z.object({ number: versionNumberSchema, isCurrent: z.boolean() }).nullable(),
  /**
   * What it is of, if not of the template itself: the words that were reported, null once who wrote them is erased, and whether they
   * still stand there.
   */
  review: z
    .object({ author: personSchema, rating: ratingSchema, text: z.string().nullable(), isCurrent: z.boolean() })
    .nullable(),
  /** Null: who reported is gone. */
  reporter: personSchema.nullable(),
  reason: reportReasonSchema,
  details: z.string(),
  status: reportStatusSchema,
  decidedBy: personSchema.nullable(),
  decidedAt: z.date().nullable(),
  createdAt: z.date(),
})
export type TemplateReport = z.infer<typeof templateReportSchema>

export const listTemplateReportsSchema = z.object({
  status: reportStatusSchema.default('open'),
  cursor: z.string().max(200).optional(),
})

/** The version that a report is about, as who decides reads it. */
export const reportedTextSchema = z.object({ number: versionNumberSchema, content: z.string() })
export type ReportedText = z.infer<typeof reportedTextSchema>

/**
 * Upholding takes the reported text from others, and makes the template private where its newest version says it, or takes the review’s words
 * away. It decides all open reports of the same words.
 */
export const decideTemplateReportSchema = z.object({ id: idSchema, status: z.enum(['upheld', 'dismissed']) })

export const openTemplateReportsSchema = z.object({ count: z.int() })
