import { readInstant } from '../database/index.ts'
import { recordEvent } from '../models/index.ts'
import type { ProcessCtx } from './ProcessCtx.ts'
import type { Retention } from './retention.ts'
import { getLatestSeal } from './seals.ts'

/**
 * Lets the rows of whole months go, but those of this month and of `keepMonths` before it, at least one. Rows that are not
 * sealed never go. Writes to the audit first what goes. Answers null where nothing is to go.
 */
export async function retainAudit(ctx: ProcessCtx, { keepMonths }: { keepMonths: number }): Promise<Retention | null> {
  if (!Number.isInteger(keepMonths) || keepMonths < 1) throw new Error('The audit is kept for one whole month at least.')
  const { knex, dialect } = ctx.database
  const now = ctx.now()
  const wanted = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - keepMonths))
  const cut = earlier(wanted, await getOldestUnsealed(ctx))

  const oldest = await knex('audit_logs').where('createdAt', '<', cut).first<{ id: string } | undefined>('id')
  if (!oldest) return null
  const before = cut.toISOString().slice(0, 7)
  const [last] = await knex('audit_seals')
    .where('month', '<', before)
    .max<{ sequence: number | string | null }[]>('lastSequence as sequence')
  const retention: Retention = { before, lastSequence: Number(last?.sequence ?? 0) }
  await recordEvent({ ...ctx, db: knex }, { action: 'retain', entityType: 'audit_logs', entityId: null, metadata: retention })
  await dialect.monthly.dropBefore(knex, 'audit_logs', 'created_at', cut)
  ctx.logger.info(retention, 'Months of the audit went')
  return retention
}

/** The first instant of the month of the oldest row that is not sealed. */
async function getOldestUnsealed({ database: { knex } }: ProcessCtx): Promise<Date | null> {
  const seal = await getLatestSeal(knex)
  const [row] = await knex('audit_logs')
    .where('sequence', '>', seal?.lastSequence ?? 0)
    .min<{ at: Date | number | null }[]>('createdAt as at')
  if (row?.at == null) return null
  const at = readInstant(row.at)
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth()))
}

function earlier(one: Date, other: Date | null): Date {
  return other && other < one ? other : one
}
