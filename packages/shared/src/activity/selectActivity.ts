import type { listActivitySchema } from '@prologue/contracts'
import type { Knex } from 'knex'
import type { z } from 'zod'
import { literally } from '../database/index.ts'

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

export const newestFirst = [
  { column: 'createdAt', order: 'desc' },
  { column: 'sequence', order: 'desc' },
]

/** Where a text may stand. */
const searched = ['changes', 'ip', 'user_agent', 'entity_id', 'session_id', 'request_id']

/** The rows that pass a filter. What each field but the text asks for is the beginning of an index that goes on with time and sequence. */
export function selectActivity(db: Knex, { actorId, action, entityType, entityId, from, to }: ActivityFilter): Knex.QueryBuilder {
  const wanted = Object.entries({ actorId, action, entityType, entityId }).filter(([, value]) => value !== undefined)
  const query = db('audit_logs').where(Object.fromEntries(wanted))
  if (from) void query.where('createdAt', '>=', from)
  if (to) void query.where('createdAt', '<', to)
  return query
}

/** The same in order, the newest first. */
export function newestActivity(db: Knex, filter: ActivityFilter): Knex.QueryBuilder {
  const { actorId, action, entityType } = filter
  const query = selectActivity(db, filter).orderBy(newestFirst)
  // Of tens of thousands of rows MySQL would rather put all there are in order.
  if (actorId === undefined && action === undefined && entityType === undefined) {
    void query.hintComment('INDEX(audit_logs audit_logs_created_at_sequence_index)')
  }
  return query
}

/** Of a query over rows of the audit only those that a text is in. No index tells: it goes with a query that is short. */
export function withText(query: Knex.QueryBuilder, text: string): void {
  const pattern = `%${literally(text.toLowerCase())}%`
  void query.where((any) => {
    for (const column of searched) void any.orWhereRaw("lower(cast(?? as char)) like ? escape '!'", [column, pattern])
    void any.orWhereIn('actorId', (people) =>
      people
        .select('id')
        .from('users')
        .whereRaw("name like ? escape '!'", [`${literally(text)}%`]),
    )
  })
}
