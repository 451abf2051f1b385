import { startOfMonth } from '../database/index.ts'
import { readSettings } from '../settings/index.ts'
import type { ProcessCtx } from './ProcessCtx.ts'
import { retainAudit } from './retainAudit.ts'

const day = 86_400_000

/**
 * Lets the months of the audit go that are older, to their last day, than the settings say it is kept. Answers the
 * first month that stays, YYYY-MM, or null where nothing went.
 */
export async function retainAuditAsSet(ctx: ProcessCtx): Promise<string | null> {
  const { auditDays } = await readSettings(ctx)
  if (auditDays === null) return null
  const oldest = startOfMonth(new Date(ctx.now().getTime() - auditDays * day))
  const retention = await retainAudit(ctx, { keepMonths: monthsBack(ctx.now(), oldest) })
  return retention?.before ?? null
}

function monthsBack(from: Date, to: Date): number {
  return (from.getUTCFullYear() - to.getUTCFullYear()) * 12 + from.getUTCMonth() - to.getUTCMonth()
}
