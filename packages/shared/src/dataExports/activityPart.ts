import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { onlyBefore } from '../pages.ts'
import type { ExportPart } from './exportPart.ts'

type Row = {
  sequence: number | string
  action: string
  entityType: string
  entityId: string | null
  ip: string | null
  userAgent: string | null
  createdAt: Date | number
}

const atOnce = 500

// MySQL may take another index that begins with the person, and put all they ever did in order for each page.
const inOrder = 'INDEX(audit_logs audit_logs_actor_id_created_at_sequence_index)'

const activityOf = (ctx: Ctx, actorId: string) => ctx.db('audit_logs').where({ actorId }).hintComment(inOrder)

/** What the audit tells of the person: without what stood in the things they changed, which may be others'. */
export const activityPart: ExportPart = {
  file: 'activity.json',
  says: 'What you did, as the server wrote it down: when, from where, and to which thing.',
  async count(ctx, userId) {
    const [row] = await activityOf(ctx, userId).count<{ count: number | string }[]>({ count: '*' })
    return Number(row?.count)
  },
  async *pages(ctx, userId) {
    for (let last: Row | undefined; ;) {
      const query = activityOf(ctx, userId).orderBy(['createdAt', 'sequence']).limit(atOnce)
      if (last) onlyBefore(ctx, query, ['createdAt', 'sequence'], [readInstant(last.createdAt), Number(last.sequence)])
      const rows = await query.select<Row[]>('sequence', 'action', 'entityType', 'entityId', 'ip', 'userAgent', 'createdAt')
      if (rows.length > 0) yield rows.map(present)
      last = rows.at(-1)
      if (!last || rows.length < atOnce) return
    }
  },
}

/** A session is known by its id: what was done to one tells no more than that. */
const present = ({ action, entityType, entityId, ip, userAgent, createdAt }: Row) => ({
  at: readInstant(createdAt),
  action,
  entityType,
  entityId: entityType === 'sessions' ? null : entityId,
  ip,
  userAgent,
})
