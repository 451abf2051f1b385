import type { Dialect, Trigger } from '../../dialect/index.ts'

/** What no program may do, also not by hand. */
export function guards({ sql, gates }: Dialect): Trigger[] {
  const changed = (columns: readonly string[]) =>
    columns.map((column) => sql.differs(`new.${column}`, `old.${column}`)).join(' or ')
  return [
    ...['audit_logs', 'audit_seals'].flatMap((table): Trigger[] => [
      { name: `${table}_unchanged`, at: 'before update', table, run: [sql.refuse(`${table}_append_only`)] },
      { name: `${table}_kept`, at: 'before delete', table, run: [sql.refuse(`${table}_append_only`)] },
    ]),
    {
      name: 'audit_logs_gate',
      at: 'before insert',
      table: 'audit_logs',
      when: gates.closed('audit_gates'),
      run: [sql.refuse('audit_gates_missing')],
    },
    // A partitioned table can have no foreign key: both halves of one, which lock what they find as a key does.
    {
      name: 'audit_logs_actor',
      at: 'before insert',
      table: 'audit_logs',
      when: `new.actor_id is not null and not exists (${sql.held('select 1 from users where id = new.actor_id')})`,
      run: [sql.refuse('audit_logs_actor_unknown')],
    },
    {
      name: 'users_in_audit',
      at: 'before delete',
      table: 'users',
      when: `exists (${sql.held('select 1 from audit_logs where actor_id = old.id limit 1')})`,
      run: [sql.refuse('users_in_audit')],
    },
    {
      name: 'template_versions_next',
      at: 'before insert',
      table: 'template_versions',
      when: 'new.number <> (select latest_number + 1 from templates where id = new.template_id)',
      run: [sql.refuse('template_versions_gap')],
    },
    {
      name: 'template_versions_unchanged',
      at: 'before update',
      table: 'template_versions',
      when: changed(['template_id', 'number', 'content', 'words_digest', 'variables', 'settings', 'message', 'author_id']),
      run: [sql.refuse('template_versions_immutable')],
    },
    {
      name: 'draft_checkpoints_unchanged',
      at: 'before update',
      table: 'draft_checkpoints',
      when: changed(['draft_id', 'content', 'created_by']),
      run: [sql.refuse('draft_checkpoints_immutable')],
    },
  ]
}
