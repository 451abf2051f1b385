import type { Dialect } from '../../dialect/index.ts'

type View = { name: string; query: string }

/**
 * What the administration and the exports read. A view that counts for each row is asked for some rows by their ids, which
 * the caller takes from an index in the order it wants: MySQL works out such a view as a whole where it is to sort it.
 */
export function views({ sql }: Dialect): View[] {
  return [
    {
      name: 'template_popularity',
      query: `select t.id, t.slug, t.title, t.category, t.visibility, t.owner_id, u.name as owner_name, t.rating_count,
          case when t.rating_count = 0 then null else t.rating_sum * 1.0 / t.rating_count end as rating_average,
          t.rating_score, t.usage_count, t.last_used_at,
          (select coalesce(sum(d.uses), 0) from template_usage_daily d
            where d.template_id = t.id and d.day > ${sql.daysAgo(30)}) as recent_uses
        from templates t left join users u on u.id = t.owner_id
        where t.deleted_at is null and u.deleted_at is null`,
    },
    {
      name: 'model_usage',
      query: `select day, provider, model, prompts, failed, tokens_in, tokens_out, cost_micro_usd, cost_unknown,
          response_time_ms * 1.0 / prompts as response_time_average_ms
        from model_usage_daily where prompts > 0`,
    },
    {
      name: 'user_activity',
      query: `select u.id, u.name, u.role, u.created_at,
          (select max(s.last_seen_at) from sessions s where s.user_id = u.id) as last_seen_at,
          (select count(*) from conversations c where c.owner_id = u.id and c.deleted_at is null) as conversations,
          (select count(*) from prompts p where p.author_id = u.id) as prompts,
          (select coalesce(sum(p.cost_micro_usd), 0) from prompts p where p.author_id = u.id) as cost_micro_usd,
          (select count(*) from templates t where t.owner_id = u.id and t.deleted_at is null) as templates
        from users u where u.deleted_at is null`,
    },
    {
      name: 'conversation_overview',
      query: `select c.id, c.title, c.status, c.owner_id, u.name as owner_name, c.prompt_count, c.tokens_in, c.tokens_out,
          c.cost_micro_usd, c.created_at, c.last_activity_at,
          (select count(*) from conversation_participants p where p.conversation_id = c.id) as participants
        from conversations c join users u on u.id = c.owner_id
        where c.deleted_at is null and u.deleted_at is null`,
    },
    {
      // What is sealed is counted already; the rest is short.
      name: 'audit_volume',
      query: `select day, action, entity_type, sum(entries) as entries from (
          select day, action, entity_type, entries from audit_daily
          union all
          select ${sql.dayOf('created_at')} as day, action, entity_type, 1 as entries from audit_logs
            where sequence > (select coalesce(max(last_sequence), 0) from audit_seals)
        ) counted group by day, action, entity_type`,
    },
  ]
}
