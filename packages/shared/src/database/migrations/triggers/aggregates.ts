import type { Dialect, Trigger } from '../../dialect/index.ts'

/**
 * Sums kept beside what they are of. Each adds the difference: recomputing a busy sum is slow and deadlocks. They follow in
 * one order everywhere, conversation, template, days, so that no two writes wait for each other.
 */
export function aggregates(dialect: Dialect): Trigger[] {
  return [...ratings(dialect), ...usage(dialect), ...versions(), ...prompts(dialect), ...comments(dialect), ...activity(dialect)]
}

/**
 * The key of a new row locks what it points to against being changed, and the sum there is changed next: of two that come at
 * once each would wait for the other. So it is locked for a change before the row is there.
 */
function lockFirst(table: string, parents: string, key: string): Trigger {
  const run = [`update ${parents} set updated_at = updated_at where id = new.${key}`]
  return { name: `${table}_lock_${parents}`, at: 'before insert', table, run }
}

/** What a row is counted for is part of what it is. */
function stays({ sql }: Dialect, table: string, key: string): Trigger {
  const when = sql.differs(`new.${key}`, `old.${key}`)
  return { name: `${table}_stays`, at: 'before update', table, when, run: [sql.refuse(`${table}_stays`)] }
}

const addRating = (row: string, count: string, sum: string) =>
  `update templates set rating_count = rating_count ${count}, rating_sum = rating_sum ${sum} where id = ${row}.template_id`

function ratings(dialect: Dialect): Trigger[] {
  const table = 'template_ratings'
  return [
    lockFirst(table, 'templates', 'template_id'),
    stays(dialect, table, 'template_id'),
    { name: 'template_ratings_added', at: 'after insert', table, run: [addRating('new', '+ 1', '+ new.rating')] },
    {
      name: 'template_ratings_changed',
      at: 'after update',
      table,
      when: 'new.rating <> old.rating',
      run: [addRating('new', '+ 0', '+ new.rating - old.rating')],
    },
    { name: 'template_ratings_removed', at: 'after delete', table, run: [addRating('old', '- 1', '- old.rating')] },
  ]
}

const addUses = (row: string, uses: string) =>
  `update templates set usage_count = usage_count ${uses} where id = ${row}.template_id`

function usage(dialect: Dialect): Trigger[] {
  const table = 'template_usage_daily'
  return [
    lockFirst(table, 'templates', 'template_id'),
    stays(dialect, table, 'template_id'),
    { name: 'template_usage_added', at: 'after insert', table, run: [addUses('new', '+ new.uses')] },
    { name: 'template_usage_changed', at: 'after update', table, run: [addUses('new', '+ new.uses - old.uses')] },
    { name: 'template_usage_removed', at: 'after delete', table, run: [addUses('old', '- old.uses')] },
  ]
}

function versions(): Trigger[] {
  const table = 'template_versions'
  const run = ['update templates set latest_number = new.number where id = new.template_id']
  return [lockFirst(table, 'templates', 'template_id'), { name: 'template_versions_added', at: 'after insert', table, run }]
}

/** Everybody who takes part has the conversation in their list by when something last happened in it. */
function activity({ sql }: Dialect): Trigger[] {
  const run = ['update conversation_participants set last_activity_at = new.last_activity_at where conversation_id = new.id']
  const when = sql.differs('new.last_activity_at', 'old.last_activity_at')
  return [{ name: 'conversations_active', at: 'after update', table: 'conversations', when, run }]
}

/** A comment is activity as a message is. It counts for nothing else, and stays activity when it is deleted. */
function comments({ sql }: Dialect): Trigger[] {
  const run = [
    `update conversations set last_activity_at = ${sql.greatest('last_activity_at', 'new.created_at')}
      where id = (select conversation_id from drafts where id = new.draft_id)`,
  ]
  return [{ name: 'comments_added', at: 'after insert', table: 'comments', run }]
}

const known = (row: string, column: string) => `coalesce(${row}.${column}, 0)`
const seen = (row: string) => `case when ${row}.deleted_at is null then 1 else 0 end`

/** A model took tokens, and nobody knows what they cost. The composer costs nothing, nor does what never ran or was never asked. */
const unpriced = (row: string) => `case when ${row}.provider <> 'composer' and ${row}.cost_micro_usd is null
  and (${row}.tokens_in > 0 or ${row}.tokens_out > 0 or (${row}.status <> 'pending' and ${row}.charged_micro_usd > 0))
  then 1 else 0 end`

/** What was spent stays counted when an exchange is deleted, until its row is purged. */
const spent = ['tokens_in', 'tokens_out', 'cost_micro_usd']

function prompts(dialect: Dialect): Trigger[] {
  const { sql } = dialect
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
  const counted = ['deleted_at', 'provider', 'status', 'charged_micro_usd', ...spent].map((column) =>
    sql.differs(`new.${column}`, `old.${column}`),
  )
  return [
    lockFirst(table, 'conversations', 'conversation_id'),
    stays(dialect, table, 'conversation_id'),
    {
      name: 'prompts_added',
      at: 'after insert',
      table,
      run: [
        `update conversations set prompt_count = prompt_count + ${seen('new')}, ${sums((column) => `+ ${known('new', column)}`)},
          cost_unknown = cost_unknown + ${unpriced('new')},
          last_activity_at = ${sql.greatest('last_activity_at', 'new.created_at')} where id = new.conversation_id`,
      ],
    },
    {
      name: 'prompts_used_template',
      at: 'after insert',
      table,
      when: 'new.template_version_id is not null',
      run: [
        `update templates set last_used_at = ${sql.greatest('coalesce(last_used_at, new.created_at)', 'new.created_at')}
          where id = (select template_id from template_versions where id = new.template_version_id)`,
        sql.addCounts(
          'template_usage_daily',
          ['template_id', 'day'],
          ['uses'],
          `select template_id, ${sql.dayOf('new.created_at')} as day, 1 as uses from template_versions where id = new.template_version_id`,
        ),
      ],
    },
    { name: 'prompts_added_ended', at: 'after insert', table, when: "new.status <> 'pending'", run: [countModel] },
    {
      name: 'prompts_changed',
      at: 'after update',
      table,
      when: counted.join(' or '),
      run: [
        `update conversations set prompt_count = prompt_count + ${seen('new')} - ${seen('old')},
          ${sums((column) => `+ ${known('new', column)} - ${known('old', column)}`)},
          cost_unknown = cost_unknown + ${unpriced('new')} - ${unpriced('old')} where id = new.conversation_id`,
      ],
    },
    {
      name: 'prompts_ended',
      at: 'after update',
      table,
      when: "old.status = 'pending' and new.status <> 'pending'",
      run: [countModel],
    },
    {
      name: 'prompts_removed',
      at: 'after delete',
      table,
      run: [
        `update conversations set prompt_count = prompt_count - ${seen('old')}, ${sums((column) => `- ${known('old', column)}`)},
          cost_unknown = cost_unknown - ${unpriced('old')} where id = old.conversation_id`,
      ],
    },
  ]
}
