import type { Knex } from 'knex'
import { withTransaction, type Ctx } from '../context.ts'
import { daysBefore } from './daysBefore.ts'

/** Templates whose days go in one transaction. */
const templates = 200

/**
 * Adds the uses of days more than `olderThanDays` ago to the first day of their month, and answers how many days went. What a
 * template was used in all stays the same at every moment.
 */
export async function foldTemplateUsage(ctx: Ctx, { olderThanDays }: { olderThanDays: number }): Promise<number> {
  const cut = daysBefore(ctx.now(), olderThanDays).toISOString().slice(0, 10)
  let folded = 0
  // All at once: asked for some at a time, the days that stay would be read each time.
  const rows: { templateId: string }[] = await old(ctx.db, cut).distinct('templateId')
  const ids = rows.map(({ templateId }) => templateId).toSorted()
  for (let start = 0; start < ids.length; start += templates) folded += await fold(ctx, ids.slice(start, start + templates), cut)
  return folded
}

/** The days that are not where they stay. */
function old(db: Knex, cut: string): Knex.QueryBuilder {
  return db('template_usage_daily').where('day', '<', cut).whereNot('day', 'like', '%-01')
}

async function fold(ctx: Ctx, ids: string[], cut: string): Promise<number> {
  const { sql } = ctx.database.dialect
  return withTransaction(ctx, async (tx) => {
    const days = () => old(tx.db, cut).whereIn('templateId', ids)
    // Nobody adds to what is about to go.
    await days().forUpdate().select('templateId')
    const months = days()
      .select('template_id', tx.db.raw("concat(substr(day, 1, 8), '01') as day"), tx.db.raw('sum(uses) as uses'))
      .groupByRaw('template_id, substr(day, 1, 8)')
      .toSQL()
    const { sql: select, bindings } = months
    await tx.db.raw(sql.addCounts('template_usage_daily', ['template_id', 'day'], ['uses'], select), [...bindings])
    return days().delete()
  })
}
