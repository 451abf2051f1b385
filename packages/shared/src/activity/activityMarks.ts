import type { Database } from '../database/index.ts'
import { getLastSequence } from './auditRows.ts'

/**
 * A number of the audit up to which every row that will ever be there can be read; null where a transaction goes on for too
 * long. Numbers are given before transactions end: below the highest one that can be read others may still come.
 */
export async function settleActivity({ knex, dialect }: Database): Promise<number | null> {
  const end = await getLastSequence(knex)
  return (await dialect.gates.settle(knex, 'audit_gates')) ? end : null
}

/** How many rows of the audit can be read after a number, and up to another. */
export async function countActivity({ knex }: Database, after: number, through?: number): Promise<number> {
  const query = knex('audit_logs').where('sequence', '>', after)
  if (through !== undefined) void query.where('sequence', '<=', through)
  const [row] = await query.count<{ count: number | string }[]>('* as count')
  return Number(row?.count ?? 0)
}
