import type { Knex } from 'knex'
import type { ProcessCtx } from '../activity/index.ts'
import { readInstant } from '../database/index.ts'
import { recordEvent } from '../models/index.ts'

const event = { action: 'export', entityType: 'database' } as const

/** Writes to the audit that a backup was taken: everything left the server with it. */
export async function noteBackup(ctx: ProcessCtx, metadata: { rows: number; bytes: number | null }): Promise<void> {
  await recordEvent(ctx, { ...event, entityId: null, metadata })
}

/** When `prologue backup` was last done with, or null. */
export async function getLastBackup(knex: Knex): Promise<Date | null> {
  const row = await knex('audit_logs')
    .where(event)
    // With it the index has them in their order.
    .whereNull('entityId')
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'sequence', order: 'desc' },
    ])
    .first<{ createdAt: Date | number } | undefined>('createdAt')
  return row ? readInstant(row.createdAt) : null
}
