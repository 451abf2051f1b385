import type { OutboxMail } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { authorize } from '../policies/index.ts'

/** How many are shown. */
const most = 100

type Row = Omit<OutboxMail, 'createdAt' | 'dueAt' | 'sentAt'> &
  Record<'createdAt' | 'dueAt', Date | number> & { sentAt: Date | number | null }

/** What became of the mails of the last days, the newest first, without what they say. @throws AppError UNAUTHENTICATED, FORBIDDEN */
export async function listOutbox(ctx: Ctx): Promise<OutboxMail[]> {
  authorize(ctx.actor, 'admin:read-mail')
  const rows = await ctx
    .db('mail_outbox')
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(most)
    .select<Row[]>('id', 'recipient', 'subject', 'status', 'attempts', 'dueAt', 'sentAt', 'failure', 'createdAt')
  return rows.map((row) =>
    Object.assign(row, {
      createdAt: readInstant(row.createdAt),
      dueAt: readInstant(row.dueAt),
      sentAt: row.sentAt === null ? null : readInstant(row.sentAt),
    }),
  )
}
