import type { Activity } from '@prologue/contracts'
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

/** A row of the audit as the feed shows it; `names` by user id. */
export function presentActivity(row: ActivityRow, names: Map<string, string>): Activity {
  const { id, action, actorId, entityType, entityId, changes, ip, userAgent, sessionId, requestId } = row
  return {
    id,
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
