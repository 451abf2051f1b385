import { readInstant, startOfMonth } from '../database/index.ts'
import type { ProcessCtx } from './ProcessCtx.ts'
import { getBegun, recordRetention, type Retention } from './retention.ts'
import { getLatestSeal } from './seals.ts'

/**
 * Lets the rows of whole months go, but those of this month and of `keepMonths` before it, at least one. Rows that are not
 * sealed never go. Writes to the audit what is begun and, once they are gone, what is done. Answers null where nothing is to go.
 */
export async function retainAudit(ctx: ProcessCtx, { keepMonths }: { keepMonths: number }): Promise<Retention | null> {
  if (!Number.isInteger(keepMonths) || keepMonths < 1) throw new Error('The audit is kept for one whole month at least.')
  const { knex, dialect } = ctx.database
  await finish(ctx)
  const wanted = startOfMonth(ctx.now(), -keepMonths)
  const cut = earlier(wanted, await getOldestUnsealed(ctx))

  if (!(await hasRowsBefore(ctx, cut))) return null
  const before = cut.toISOString().slice(0, 7)
  const [last] = await knex('audit_seals')
    .where('month', '<', before)
    .max<{ sequence: number | string | null }[]>('lastSequence as sequence')
  const retention: Retention = { before, lastSequence: Number(last?.sequence ?? 0) }
  await recordRetention(ctx, retention, 'begun')
  await dialect.monthly.dropBefore(knex, 'audit_logs', 'created_at', cut)
  await recordRetention(ctx, retention, 'done')
  ctx.logger.info(retention, 'Months of the audit went')
  return retention
}

/** Where a process ended after the months were gone and before it could write that down, it is written now. */
async function finish(ctx: ProcessCtx): Promise<void> {
  const begun = await getBegun(ctx.database.knex)
  if (!begun || (await hasRowsBefore(ctx, new Date(`${begun.before}-01`)))) return
  await recordRetention(ctx, begun, 'done')
}

async function hasRowsBefore({ database: { knex } }: ProcessCtx, cut: Date): Promise<boolean> {
  return Boolean(await knex('audit_logs').where('createdAt', '<', cut).first<{ id: string } | undefined>('id'))
}

/** The first instant of the month of the oldest row that is not sealed. */
async function getOldestUnsealed({ database: { knex } }: ProcessCtx): Promise<Date | null> {
  const seal = await getLatestSeal(knex)
  const [row] = await knex('audit_logs')
    .where('sequence', '>', seal?.lastSequence ?? 0)
    .min<{ at: Date | number | null }[]>('createdAt as at')
  return row?.at == null ? null : startOfMonth(readInstant(row.at))
}

function earlier(one: Date, other: Date | null): Date {
  return other && other < one ? other : one
}
