import { z } from 'zod'

/** Something about the database that somebody should know. `fault`: it is not as it must be; `advice`: it could be better. */
export const findingSchema = z.object({
  /** What was looked at. */
  check: z.string(),
  severity: z.enum(['fault', 'advice']),
  /** What is the matter, in a sentence. */
  says: z.string(),
  /** What to do about it, in a sentence. */
  remedy: z.string(),
  /** What it is about, by name. */
  about: z.array(z.string()),
})
export type DatabaseFinding = z.infer<typeof findingSchema>

/** How large a table is, and was; of large tables on MySQL rows are estimated. */
export const tableSizeSchema = z.object({
  name: z.string(),
  rows: z.int(),
  /** With its indexes. */
  bytes: z.int(),
  /** A week and a month before the latest measure; null where nobody measured then. */
  bytesWeekBefore: z.int().nullable(),
  bytesMonthBefore: z.int().nullable(),
})
export type TableSize = z.infer<typeof tableSizeSchema>

export const databaseHealthSchema = z.object({
  engine: z.enum(['sqlite', 'mysql']),
  findings: z.array(findingSchema),
  /** The day the sizes are of, as YYYY-MM-DD; null before the first measure. */
  measuredOn: z.string().nullable(),
  /** The largest first. */
  sizes: z.array(tableSizeSchema),
  lastBackupAt: z.date().nullable(),
  /** When the audit was last compared with its seals by the server itself. */
  verifiedAt: z.date().nullable(),
})
export type DatabaseHealth = z.infer<typeof databaseHealthSchema>
