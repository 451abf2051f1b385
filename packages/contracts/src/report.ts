import { z } from 'zod'
import { conversationStatusSchema } from './conversation.ts'
import { idSchema } from './ids.ts'
import { userRoleSchema } from './roles.ts'
import { templateVisibilitySchema } from './template.ts'

const countSchema = z.int().min(0)
/** A day in UTC as YYYY-MM-DD. */
const daySchema = z.iso.date()

/** What a row of each report says. Times in milliseconds, cost in micro-USD. */
export const reportRows = {
  /** The most used first. */
  'template-popularity': z.object({
    id: idSchema,
    slug: z.string(),
    title: z.string(),
    category: z.string(),
    visibility: templateVisibilitySchema,
    ownerName: z.string().nullable(),
    ratingCount: countSchema,
    ratingAverage: z.number().nullable(),
    usageCount: countSchema,
    /** Uses of the last 30 days. */
    recentUses: countSchema,
    lastUsedAt: z.date().nullable(),
  }),
  /** The latest day first. */
  'model-usage': z.object({
    day: daySchema,
    provider: z.string(),
    model: z.string(),
    prompts: countSchema,
    failed: countSchema,
    tokensIn: countSchema,
    tokensOut: countSchema,
    costMicroUsd: countSchema,
    /** Answers whose cost nobody told. */
    costUnknown: countSchema,
    responseTimeAverageMs: z.number(),
  }),
  /** The newest account first. */
  'user-activity': z.object({
    id: idSchema,
    name: z.string(),
    role: userRoleSchema,
    createdAt: z.date(),
    lastSeenAt: z.date().nullable(),
    conversations: countSchema,
    prompts: countSchema,
    costMicroUsd: countSchema,
    templates: countSchema,
  }),
  /** The latest activity first. */
  'conversation-overview': z.object({
    id: idSchema,
    title: z.string(),
    status: conversationStatusSchema,
    ownerName: z.string(),
    participants: countSchema,
    promptCount: countSchema,
    tokensIn: countSchema,
    tokensOut: countSchema,
    costMicroUsd: countSchema,
    createdAt: z.date(),
    lastActivityAt: z.date(),
  }),
  /** The latest day first. */
  'audit-volume': z.object({ day: daySchema, action: z.string(), entityType: z.string(), entries: countSchema }),
} as const

export type ReportName = keyof typeof reportRows
export type ReportRow<Name extends ReportName> = z.infer<(typeof reportRows)[Name]>

const reportNameSchema = z.enum(['template-popularity', 'model-usage', 'user-activity', 'conversation-overview', 'audit-volume'])

/**
 * `from` and `to` are the first and the last day: of what is counted by day, of accounts the day they were made, of
 * conversations the day of their latest activity. The popularity of templates has none.
 */
export const exportReportSchema = z.object({ report: reportNameSchema, from: daySchema.optional(), to: daySchema.optional() })
export const readReportSchema = exportReportSchema.extend({ cursor: z.string().max(500).optional() })

function pageOf<Name extends ReportName>(report: Name) {
  return z.object({ report: z.literal(report), items: z.array(reportRows[report]), nextCursor: z.string().nullable() })
}

export const reportPageSchema = z.discriminatedUnion('report', [
  pageOf('template-popularity'),
  pageOf('model-usage'),
  pageOf('user-activity'),
  pageOf('conversation-overview'),
  pageOf('audit-volume'),
])
export type ReportPage = z.infer<typeof reportPageSchema>
