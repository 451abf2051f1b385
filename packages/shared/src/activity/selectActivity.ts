import { limits, type listActivitySchema } from '@prologue/contracts'
import type { Knex } from 'knex'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { literally, readInstant } from '../database/index.ts'
import { onlyBefore } from '../pages.ts'
import type { ActivityRow } from './presentActivity.ts'

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
  const query = selectActivity(db, filter).orderBy(newestFirst)
  const index = indexOf(filter)
  if (index) void query.hintComment(`INDEX(audit_logs ${index})`)
  return query
}

/**
 * The index that has what is asked for in order. MySQL would rather take another one that begins alike, and put tens of thousands
 * of rows in order. Where several fields leave no such index it knows which of them finds the fewest rows.
 */
function indexOf({ actorId, action, entityType, entityId }: ActivityFilter): string | undefined {
  const asked = [actorId && 'actor_id', entityType && 'entity_type', action && 'action'].filter((column) => column !== undefined)
  if (entityId !== undefined || asked.length > 2) return undefined
  return ['audit_logs', ...asked, 'created_at_sequence_index'].join('_')
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

/**
 * The same of a query that goes on without end: of the rows it finds, the newest first, so many are looked through. Answers where
 * the last of them stands, null where there is nothing after it.
 */
export async function lookFor(ctx: Ctx, query: Knex.QueryBuilder, text: string): Promise<readonly [Date, number] | null> {
  const places: Pick<ActivityRow, 'createdAt' | 'sequence'>[] = await query
    .clone()
    .offset(limits.searchedActivity - 1)
    .limit(2)
    .select('createdAt', 'sequence')
  const [last, beyond] = places.map(({ createdAt, sequence }) => [readInstant(createdAt), Number(sequence)] as const)
  withText(query, text)
  if (!last || !beyond) return null
  onlyBefore(ctx, query, ['createdAt', 'sequence'], beyond)
  return last
}
