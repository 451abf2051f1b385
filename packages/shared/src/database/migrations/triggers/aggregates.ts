import type { Dialect, Trigger } from '../../dialect/index.ts'

/** Sums kept beside what they are of. Each adds the difference: recomputing a busy sum is slow and deadlocks. */
export function aggregates(dialect: Dialect): Trigger[] {
  return [...ratings(), ...usage(), ...versions(), ...prompts(dialect)]
}

function ratings(): Trigger[] {
  const table = 'template_ratings'
  const add = (row: string, count: string, sum: string) =>
    `update templates set rating_count = rating_count ${count}, rating_sum = rating_sum ${sum} where id = ${row}.template_id`
  return [
    { name: 'template_ratings_added', at: 'after insert', table, run: [add('new', '+ 1', '+ new.rating')] },
    {
      name: 'template_ratings_changed',
      at: 'after update',
      table,
      when: 'new.rating <> old.rating',
      run: [add('new', '+ 0', '+ new.rating - old.rating')],
    },
    { name: 'template_ratings_removed', at: 'after delete', table, run: [add('old', '- 1', '- old.rating')] },
  ]
}

function usage(): Trigger[] {
  const table = 'template_usage_daily'
  const add = (row: string, uses: string) =>
    `update templates set usage_count = usage_count ${uses} where id = ${row}.template_id`
  return [
    { name: 'template_usage_added', at: 'after insert', table, run: [add('new', '+ new.uses')] },
    { name: 'template_usage_changed', at: 'after update', table, run: [add('new', '+ new.uses - old.uses')] },
    { name: 'template_usage_removed', at: 'after delete', table, run: [add('old', '- old.uses')] },
  ]
}

function versions(): Trigger[] {
  const run = ['update templates set latest_number = new.number where id = new.template_id']
  return [{ name: 'template_versions_added', at: 'after insert', table: 'template_versions', run }]
}

const known = (row: string, column: string) => `coalesce(${row}.${column}, 0)`
const seen = (row: string) => `case when ${row}.deleted_at is null then 1 else 0 end`

const spent = ['tokens_in', 'tokens_out', 'cost_micro_usd']

function prompts({ sql }: Dialect): Trigger[] {
  const table = 'prompts'
  const sums = (value: (column: string) => string) => spent.map((column) => `${column} = ${column} ${value(column)}`).join(', ')
  const countModel = sql.addCounts(
    'model_usage_daily',
    ['day', 'provider', 'model'],
    ['prompts', 'failed', 'tokens_in', 'tokens_out', 'cost_micro_usd', 'cost_unknown', 'response_time_ms'],
    `select ${sql.dayOf('new.created_at')} as day, new.provider as provider, new.model as model, 1 as prompts,
      case when new.status = 'failed' then 1 else 0 end as failed,
      ${spent.map((column) => `${known('new', column)} as ${column}`).join(', ')},
      case when new.cost_micro_usd is null then 1 else 0 end as cost_unknown,
      ${known('new', 'response_time_ms')} as response_time_ms where 1 = 1`,
  )
  return [
    {
      name: 'prompts_added',
      at: 'after insert',
      table,
      run: [
        `update conversations set prompt_count = prompt_count + ${seen('new')}, ${sums((column) => `+ ${known('new', column)}`)},
          last_activity_at = ${sql.greatest('last_activity_at', 'new.created_at')} where id = new.conversation_id`,
      ],
    },
    {
      name: 'prompts_used_template',
      at: 'after insert',
      table,
      when: 'new.template_version_id is not null',
      run: [
        sql.addCounts(
          'template_usage_daily',
          ['template_id', 'day'],
          ['uses'],
          `select template_id, ${sql.dayOf('new.created_at')} as day, 1 as uses from template_versions where id = new.template_version_id`,
        ),
        `update templates set last_used_at = ${sql.greatest('coalesce(last_used_at, new.created_at)', 'new.created_at')}
          where id = (select template_id from template_versions where id = new.template_version_id)`,
      ],
    },
    { name: 'prompts_added_ended', at: 'after insert', table, when: "new.status <> 'pending'", run: [countModel] },
    {
      name: 'prompts_ended',
      at: 'after update',
      table,
      when: "old.status = 'pending' and new.status <> 'pending'",
      run: [countModel],
    },
    {
      name: 'prompts_changed',
      at: 'after update',
      table,
      run: [
        `update conversations set prompt_count = prompt_count + ${seen('new')} - ${seen('old')},
          ${sums((column) => `+ ${known('new', column)} - ${known('old', column)}`)} where id = new.conversation_id`,
      ],
    },
    {
      name: 'prompts_removed',
      at: 'after delete',
      table,
      run: [
        `update conversations set prompt_count = prompt_count - ${seen('old')}, ${sums((column) => `- ${known('old', column)}`)}
          where id = old.conversation_id`,
      ],
    },
  ]
}
