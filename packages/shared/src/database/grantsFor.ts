import type { Database } from './openDatabase.ts'

/** What the application's account may do where it may not change everything. */
const only = {
  audit_gates: 'SELECT, UPDATE',
  audit_logs: 'SELECT, INSERT',
  audit_seals: 'SELECT, INSERT',
  migrations: 'SELECT',
}

/**
 * The statements that give an account (`name` or `name@host`) what the application needs of each table and view that is
 * there, and no more: it can add to the audit but not change it.
 * @throws Error with a sentence for a database without accounts or a name that is none.
 */
export function grantsFor({ knex, dialect }: Database, account: string): Promise<string[]> {
  return dialect.grants(knex, account, only)
}
