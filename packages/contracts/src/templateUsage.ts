import { z } from 'zod'

/** The uses of the last ninety days, each day in UTC as YYYY-MM-DD, the oldest first, also those without any. */
export const templateUsageSchema = z.array(z.object({ day: z.string(), uses: z.int() }))
export type TemplateUsage = z.infer<typeof templateUsageSchema>
