import { limits, type Activity, type listActivitySchema } from '@prologue/contracts'
import type { Knex } from 'knex'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { cutPage, instant, onlyAfter, readCursor, type Page } from '../pages.ts'
import { authorize } from '../policies/index.ts'
import { presentActivity, type ActivityRow } from './presentActivity.ts'

const placeSchema = z.tuple([instant, z.int().min(0)])

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
export async function listActivity(ctx: Ctx, filter: Filter): Promise<Page<Activity>> {
  authorize(ctx.actor, 'admin:read-activity')
  const rows = await activity(ctx, filter)
    .limit(limits.page + 1)
    .select<ActivityRow[]>(columns)
  const page = cutPage(rows, limits.page, ({ createdAt, sequence }) => [readInstant(createdAt), Number(sequence)])
  const names = await getNames(ctx.db, page.items)
  return { ...page, items: page.items.map((row) => presentActivity(row, names)) }
}

/** The rows of a page. Each filter is the beginning of an index that goes on with time and sequence. */
function activity(ctx: Ctx, { actorId, action, entityType, entityId, from, to, cursor }: Filter) {
  const wanted = Object.entries({ actorId, action, entityType, entityId }).filter(([, value]) => value !== undefined)
  const query = ctx
    .db('audit_logs')
    .where(Object.fromEntries(wanted))
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'sequence', order: 'desc' },
    ])
  if (from) void query.where('createdAt', '>=', from)
  if (to) void query.where('createdAt', '<', to)
  onlyAfter(ctx, query, ['createdAt', 'sequence'], readCursor(cursor, placeSchema))
  return query
}

/** Who deleted an account is still named beside what they did. */
async function getNames(db: Knex, rows: ActivityRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))]
  const users = await db('users').whereIn('id', ids).select<{ id: string; name: string }[]>('id', 'name')
  return new Map(users.map(({ id, name }) => [id, name]))
}
