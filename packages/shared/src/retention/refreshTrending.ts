import { templateVisibilitySchema } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { trendingDays, trendingWeight } from './trendingWeight.ts'

/** Templates in one transaction. */
const batch = 500

type Weighted = { sql: string; bindings: (string | number)[]; since: string; until: string }

/**
 * Works out what templates are sorted by where people look for what is new: the uses of the last two weeks in thousandths, a
 * use of today as one, of three days ago as half. Writes the rows that change alone, and answers how many.
 */
export async function refreshTrending(ctx: Ctx): Promise<number> {
  const weighted = weightsUntil(ctx.now())
  const ids = await changedIds(ctx, weighted)
  for (let start = 0; start < ids.length; start += batch) await rescore(ctx, weighted, ids.slice(start, start + batch))
  return ids.length
}

/** The uses of a day times what one of that day counts. */
function weightsUntil(now: Date): Weighted {
  const ages = Array.from({ length: trendingDays }, (_, age) => ({
    day: new Date(now.getTime() - age * 86_400_000).toISOString().slice(0, 10),
    weight: trendingWeight(age),
  }))
  const sql = `coalesce(sum(uses * case day ${ages.map(() => 'when ? then ?').join(' ')} else 0 end), 0)`
  const [until, since] = [ages[0]?.day ?? '', ages.at(-1)?.day ?? '']
  return { sql, bindings: ages.flatMap(({ day, weight }) => [day, weight]), since, until }
}

/** Those whose score is no longer what it should be: used of late, or in a place that they are to lose. */
async function changedIds(ctx: Ctx, { sql, bindings, since, until }: Weighted): Promise<string[]> {
  const scores = () =>
    ctx
      .db('template_usage_daily')
      .whereBetween('day', [since, until])
      .groupBy('templateId')
      .select('templateId', ctx.db.raw(`${sql} as score`, bindings))
      .as('scores')
  const used = ctx
    .db('templates')
    .join(scores(), 'scores.templateId', 'templates.id')
    .whereRaw('templates.trending_score <> scores.score')
    .select('templates.id')
  const noLonger = ctx
    .db('templates')
    // All of them: so the index on what is sorted by finds who has a score.
    .whereIn('templates.visibility', templateVisibilitySchema.options)
    .whereNull('templates.deletedAt')
    .where('templates.trendingScore', '>', 0)
    .whereNotExists((uses) =>
      uses
        .from('template_usage_daily as late')
        .select('late.day')
        .whereRaw('late.template_id = templates.id')
        .whereBetween('late.day', [since, until]),
    )
    .select('templates.id')
  const rows: { id: string }[] = await used.union([noLonger])
  return rows.map(({ id }) => id).toSorted()
}

async function rescore(ctx: Ctx, { sql, bindings, since, until }: Weighted, ids: string[]): Promise<void> {
  const marks = ids.map(() => '?').join(', ')
  await withTransaction(ctx, async (tx) => {
    await tx.db.raw(
      `update templates set trending_score = (select ${sql} from template_usage_daily
        where template_id = templates.id and day between ? and ?) where id in (${marks})`,
      [...bindings, since, until, ...ids],
    )
  })
}
