import type { listActivitySchema } from '@prologue/contracts'
import type { Knex } from 'knex'
import type { z } from 'zod'

export type ActivityFilter = Omit<z.infer<typeof listActivitySchema>, 'cursor'>

/** What the feed reads of a row. */
export const activityColumns = [
  'sequence',
  'id',
  'actorId',
  'action',
  'entityType',
  'entityId',
  'changes',
  'ip',
  'userAgent',
  'sessionId',
  'requestId',
  'createdAt',
]

/** The rows that pass a filter. What each field asks for is the beginning of an index that goes on with time and sequence. */
export function selectActivity(db: Knex, { actorId, action, entityType, entityId, from, to }: ActivityFilter): Knex.QueryBuilder {
  const wanted = Object.entries({ actorId, action, entityType, entityId }).filter(([, value]) => value !== undefined)
  const query = db('audit_logs').where(Object.fromEntries(wanted))
  if (from) void query.where('createdAt', '>=', from)
  if (to) void query.where('createdAt', '<', to)
  return query
}
