import type { ProcessCtx } from './ProcessCtx.ts'

/** This month and the three after it. */
const months = 4

/** Makes the months the audit is going to be written to, where the database keeps it by months. Repeatable. */
export async function makeAuditMonths({ database, now }: Pick<ProcessCtx, 'database' | 'now'>): Promise<void> {
  await database.dialect.monthly.ensure(database.knex, 'audit_logs', now(), months)
}
