import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { personSchema } from './people.ts'
import { templateVisibilitySchema } from './template.ts'

export const reportReasons = ['spam', 'harmful', 'copyright', 'personal-data', 'other'] as const
export const reportReasonSchema = z.enum(reportReasons)
export type ReportReason = z.infer<typeof reportReasonSchema>

/** Upheld: the template was made private for it. */
export const reportStatuses = ['open', 'upheld', 'dismissed'] as const
export const reportStatusSchema = z.enum(reportStatuses)
export type ReportStatus = z.infer<typeof reportStatusSchema>

const detailsSchema = z.string().trim().max(limits.review, `A report can have ${limits.review} characters.`)

/** One a person and template; who reports again writes it anew. */
export const reportTemplateSchema = z.object({
  templateId: idSchema,
  reason: reportReasonSchema,
  details: detailsSchema.default(''),
})

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
  reporter: personSchema,
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

/** Upholding makes the template private and decides all its open reports. */
export const decideTemplateReportSchema = z.object({ id: idSchema, status: z.enum(['upheld', 'dismissed']) })

export const openTemplateReportsSchema = z.object({ count: z.int() })
