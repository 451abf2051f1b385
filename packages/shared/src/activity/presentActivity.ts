import type { Activity } from '@prologue/contracts'
import type { Knex } from 'knex'
import { readInstant } from '../database/index.ts'

export type ActivityRow = {
  sequence: number | string
  id: string
  actorId: string | null
  action: string
  entityType: string
  entityId: string | null
  /** SQLite hands out JSON as text. */
  changes: Activity['changes'] | string
  ip: string | null
  userAgent: string | null
  sessionId: string | null
  requestId: string
  createdAt: Date | number
}

/** Rows of the audit as the feed shows them. Who deleted an account is still named beside what they did. */
export async function presentActivities(db: Knex, rows: ActivityRow[]): Promise<Activity[]> {
  const ids = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))]
  const users = await db('users').whereIn('id', ids).select<{ id: string; name: string }[]>('id', 'name')
  const names = new Map(users.map(({ id, name }) => [id, name]))
  return rows.map((row) => presentActivity(row, names))
}

function presentActivity(row: ActivityRow, names: Map<string, string>): Activity {
  const { id, action, actorId, entityType, entityId, changes, ip, userAgent, sessionId, requestId } = row
  return {
    id,
    sequence: Number(row.sequence),
    at: readInstant(row.createdAt),
    actor: actorId === null ? null : { id: actorId, name: names.get(actorId) ?? '' },
    action,
    entity: { type: entityType, id: entityId },
    changes: typeof changes === 'string' ? JSON.parse(changes) : changes,
    ip,
    userAgent,
    sessionId,
    requestId,
  }
}
