import type { Ctx } from '../context.ts'

/** Counts one use of a template, on this day in UTC. In the caller's transaction, which locks the template by it. */
export async function countUse(tx: Ctx, templateId: string): Promise<void> {
  const { sql } = tx.database.dialect
  const now = tx.now()
  // Past the model: being used is no change of a template.
  await tx.db('templates').where({ id: templateId }).update({ lastUsedAt: now })
  const one = 'select ? as template_id, ? as day, 1 as uses where 1 = 1'
  const counting = sql.addCounts('template_usage_daily', ['template_id', 'day'], ['uses'], one)
  await tx.db.raw(counting, [templateId, now.toISOString().slice(0, 10)])
}
