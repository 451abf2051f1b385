import type { Dialect } from '../database/index.ts'

/** Sums beside rows, and how they are worked out again: two queries with an `id` and the columns. */
export type KeptSum = {
  table: string
  columns: readonly string[]
  kept: string
  truth: string
  /** What a day counts, and when something was last, stays when a row of it is purged. */
  atLeast: boolean
}

/** Every sum that a trigger keeps; instants, of which it keeps the latest, in milliseconds. */
export function keptSums({ sql }: Dialect): KeptSum[] {
  const spent = ['tokens_in', 'tokens_out', 'cost_micro_usd']
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
      columns: ['prompt_count', ...spent, 'cost_unknown'],
      kept: `select id, prompt_count, ${spent.join(', ')}, cost_unknown from conversations`,
      truth: `select conversation_id as id, sum(case when deleted_at is null then 1 else 0 end) as prompt_count,
        ${spent.map((column) => `sum(coalesce(${column}, 0)) as ${column}`).join(', ')},
        sum(case when provider <> 'composer' and cost_micro_usd is null
          and (tokens_in > 0 or tokens_out > 0 or (status <> 'pending' and charged_micro_usd > 0)) then 1 else 0 end) as cost_unknown from prompts group by conversation_id`,
      atLeast: false,
    },
    {
      table: 'conversations',
      columns: ['last_activity_at'],
      kept: `select id, ${sql.milliseconds('last_activity_at')} as last_activity_at from conversations`,
      // Edits of drafts are activity, too, of which no instant is kept.
      truth: `select conversation_id as id, ${sql.milliseconds('max(at)')} as last_activity_at from (
          select conversation_id, created_at as at from prompts union all
          select drafts.conversation_id, comments.created_at from comments join drafts on drafts.id = comments.draft_id
        ) acts group by conversation_id`,
      atLeast: true,
    },
    {
      table: 'conversation_participants',
      columns: ['last_activity_at'],
      kept: `select id, ${sql.milliseconds('last_activity_at')} as last_activity_at from conversation_participants`,
      truth: `select participant.id, ${sql.milliseconds('conversations.last_activity_at')} as last_activity_at
        from conversation_participants participant join conversations on conversations.id = participant.conversation_id`,
      atLeast: false,
    },
    {
      table: 'templates',
      columns: ['last_used_at'],
      kept: `select id, ${sql.milliseconds('last_used_at')} as last_used_at from templates`,
      truth: `select version.template_id as id, ${sql.milliseconds('max(prompts.created_at)')} as last_used_at
        from prompts join template_versions version on version.id = prompts.template_version_id group by version.template_id`,
      atLeast: true,
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
    ofModels(sql),
  ]
}

/** Of exchanges that have ended. */
function ofModels(sql: Dialect['sql']): KeptSum {
  const counted = {
    prompts: '1',
    failed: "case when status = 'failed' then 1 else 0 end",
    tokens_in: 'coalesce(tokens_in, 0)',
    tokens_out: 'coalesce(tokens_out, 0)',
    cost_micro_usd: 'coalesce(cost_micro_usd, 0)',
    cost_unknown: 'case when cost_micro_usd is null then 1 else 0 end',
    response_time_ms: 'coalesce(response_time_ms, 0)',
  }
  const columns = Object.keys(counted)
  const sums = columns.map((column) => `sum(${column}) as ${column}`).join(', ')
  const each = Object.entries(counted).map(([column, value]) => `${value} as ${column}`)
  return {
    table: 'model_usage_daily',
    columns,
    // Grouped, though each is one row: so the databases look rows up by the id, which they would else work out for each pair.
    kept: `select concat(day, ' ', provider, ' ', model) as id, ${sums} from model_usage_daily group by day, provider, model`,
    truth: `select concat(day, ' ', provider, ' ', model) as id, ${sums} from (
        select ${sql.dayOf('created_at')} as day, provider, model, ${each.join(', ')} from prompts where status <> 'pending'
      ) ended group by day, provider, model`,
    atLeast: true,
  }
}

function ofTemplate(column: string, truth: string): KeptSum {
  return { table: 'templates', columns: [column], kept: `select id, ${column} from templates`, truth, atLeast: false }
}
