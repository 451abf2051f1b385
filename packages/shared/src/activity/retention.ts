import type { Knex } from 'knex'
import { z } from 'zod'

/** That rows from before a month, YYYY-MM, went as they should: none with a number above `lastSequence`. */
const retentionSchema = z.object({ before: z.string(), lastSequence: z.number() })
export type Retention = z.infer<typeof retentionSchema>

/** The latest retention: it speaks for all before it. */
export async function getRetention(knex: Knex): Promise<Retention | null> {
  const row = await knex('audit_logs')
    .where({ action: 'retain', entityType: 'audit_logs' })
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'sequence', order: 'desc' },
    ])
    .first<{ metadata: unknown } | undefined>('metadata')
  if (!row) return null
  return retentionSchema.parse(typeof row.metadata === 'string' ? JSON.parse(row.metadata) : row.metadata)
}
