import type { Dialect } from '../database/index.ts'

/** Sums beside rows, and how they are worked out again: two queries with an `id` and the columns. */
export type KeptSum = {
  table: string
  columns: readonly string[]
  kept: string
  truth: string
  /** A count of a day stays when a row of that day is purged. */
  atLeast: boolean
}

/** Every sum that a trigger keeps. */
export function keptSums({ sql }: Dialect): KeptSum[] {
  const spent = ['tokens_in', 'tokens_out', 'cost_micro_usd']
  const day = sql.dayOf('created_at')
  return [
    {
      table: 'templates',
      columns: ['rating_count', 'rating_sum'],
      kept: 'select id, rating_count, rating_sum from templates',
      truth: `select template_id as id, count(*) as rating_count, sum(rating) as rating_sum from template_ratings group by template_id`,
      atLeast: false,
    },
    ofTemplate(
      'latest_number',
      'select template_id as id, max(number) as latest_number from template_versions group by template_id',
    ),
    ofTemplate(
      'usage_count',
      'select template_id as id, sum(uses) as usage_count from template_usage_daily group by template_id',
    ),
    {
      table: 'conversations',
      columns: ['prompt_count', ...spent],
      kept: `select id, prompt_count, ${spent.join(', ')} from conversations`,
      truth: `select conversation_id as id, sum(case when deleted_at is null then 1 else 0 end) as prompt_count,
        ${spent.map((column) => `sum(coalesce(${column}, 0)) as ${column}`).join(', ')} from prompts group by conversation_id`,
      atLeast: false,
    },
    {
      // By month: days of long ago are folded into the first of theirs.
      table: 'template_usage_daily',
      columns: ['uses'],
      kept: `select concat(template_id, ' ', substr(day, 1, 7)) as id, sum(uses) as uses from template_usage_daily
        group by template_id, substr(day, 1, 7)`,
      truth: `select concat(template_id, ' ', month) as id, count(*) as uses from (
          select version.template_id, substr(${sql.dayOf('prompts.created_at')}, 1, 7) as month
          from prompts join template_versions version on version.id = prompts.template_version_id
        ) used group by template_id, month`,
      atLeast: true,
    },
    {
      table: 'model_usage_daily',
      columns: ['prompts', 'failed'],
      // Grouped, though each is one row: so the databases look rows up by the id, which they would else work out for each pair.
      kept: `select concat(day, ' ', provider, ' ', model) as id, sum(prompts) as prompts, sum(failed) as failed
        from model_usage_daily group by day, provider, model`,
      truth: `select concat(day, ' ', provider, ' ', model) as id, count(*) as prompts, sum(failed) as failed from (
          select ${day} as day, provider, model, case when status = 'failed' then 1 else 0 end as failed
          from prompts where status <> 'pending'
        ) ended group by day, provider, model`,
      atLeast: true,
    },
  ]
}

function ofTemplate(column: string, truth: string): KeptSum {
  return { table: 'templates', columns: [column], kept: `select id, ${column} from templates`, truth, atLeast: false }
}
