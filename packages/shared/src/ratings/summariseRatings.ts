import type { RatingSummary } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { findTemplate } from '../templates/index.ts'

type Row = { rating: number; many: number | string }

/** How many gave a template how many stars. @throws AppError NOT_FOUND */
export async function summariseRatings(ctx: Ctx, { templateId }: { templateId: string }): Promise<RatingSummary> {
  const { template } = await findTemplate(ctx, { id: templateId })
  const rows: Row[] = await ctx
    .db('template_ratings')
    .where({ templateId: template.id })
    .groupBy('rating')
    .select('rating', ctx.db.raw('count(*) as many'))
  const manyOf = new Map(rows.map(({ rating, many }) => [rating, Number(many)]))
  return { counts: [1, 2, 3, 4, 5].map((stars) => manyOf.get(stars) ?? 0) }
}
