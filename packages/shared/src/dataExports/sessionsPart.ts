import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { onlyBefore } from '../pages.ts'
import type { ExportPart } from './exportPart.ts'

type Row = {
  id: string
  createdAt: Date | number
  lastSeenAt: Date | number
  expiresAt: Date | number
  ip: string | null
  userAgent: string | null
}

const atOnce = 200

const sessionsOf = (ctx: Ctx, userId: string) => ctx.db('sessions').where({ userId })

/** Without anything that a session is known by. */
export const sessionsPart: ExportPart = {
  file: 'sessions.json',
  says: 'Where you are signed in.',
  async count(ctx, userId) {
    const [row] = await sessionsOf(ctx, userId).count<{ count: number | string }[]>({ count: '*' })
    return Number(row?.count)
  },
  async *pages(ctx, userId) {
    for (let last: Row | undefined; ;) {
      const query = sessionsOf(ctx, userId).orderBy(['createdAt', 'id']).limit(atOnce)
      if (last) onlyBefore(ctx, query, ['createdAt', 'id'], [readInstant(last.createdAt), last.id])
      const rows = await query.select<Row[]>('id', 'createdAt', 'lastSeenAt', 'expiresAt', 'ip', 'userAgent')
      if (rows.length > 0) yield rows.map(present)
      last = rows.at(-1)
      if (!last || rows.length < atOnce) return
    }
  },
}

const present = ({ createdAt, lastSeenAt, expiresAt, ip, userAgent }: Row) => ({
  signedInAt: readInstant(createdAt),
  lastSeenAt: readInstant(lastSeenAt),
  expiresAt: readInstant(expiresAt),
  ip,
  userAgent,
})
