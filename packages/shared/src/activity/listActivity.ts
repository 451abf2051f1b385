import { limits, type Activity, type listActivitySchema } from '@prologue/contracts'
import type { Knex } from 'knex'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { authorizeActivity } from '../policies/index.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { presentActivity, type ActivityRow } from './presentActivity.ts'

type Filter = z.infer<typeof listActivitySchema>

const columns = [
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

/** A page of what happened, the newest first. @throws AppError FORBIDDEN for all but administrators */
export async function listActivity(ctx: Ctx, filter: Filter): Promise<{ items: Activity[]; nextCursor: string | null }> {
  authorizeActivity(ctx.actor)
  const rows = await activity(ctx, filter)
    .limit(limits.page + 1)
    .select<ActivityRow[]>(columns)
  const page = rows.slice(0, limits.page)
  const names = await getNames(ctx.db, page)
  const last = rows.length > limits.page ? page.at(-1) : undefined
  return {
    items: page.map((row) => presentActivity(row, names)),
    nextCursor: last ? writeCursor({ at: readInstant(last.createdAt), sequence: Number(last.sequence) }) : null,
  }
}

/** The rows of a page. Each filter is the beginning of an index that goes on with time and sequence. */
function activity({ db, database }: Ctx, { actorId, action, entityType, entityId, from, to, cursor }: Filter) {
  const wanted = Object.entries({ actorId, action, entityType, entityId }).filter(([, value]) => value !== undefined)
  const query = db('audit_logs')
    .where(Object.fromEntries(wanted))
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'sequence', order: 'desc' },
    ])
  if (from) void query.where('createdAt', '>=', from)
  if (to) void query.where('createdAt', '<', to)
  if (cursor !== undefined) {
    const { at, sequence } = readCursor(cursor)
    void query.whereRaw(...database.dialect.sql.fallsBelow(['createdAt', 'sequence'], [at, sequence]))
  }
  return query
}

/** Who deleted an account is still named beside what they did. */
async function getNames(db: Knex, rows: ActivityRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))]
  const users = await db('users').whereIn('id', ids).select<{ id: string; name: string }[]>('id', 'name')
  return new Map(users.map(({ id, name }) => [id, name]))
}
