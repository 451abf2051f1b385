import { limits } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'

/** What is somebody's own of a conversation they are in. */
export type OwnMarks = { unread: number; pinned: boolean }

type Asked = { id: string; lastActivityAt: Date }
type Row = { conversationId: string; lastReadAt: Date | number | null; pinnedAt: Date | number | null }
type Since = { conversationId: string; readAt: Date }

/** The marks of one person in these conversations, of which no more than a page or two are asked for at once. */
export async function ownMarks(ctx: Ctx, userId: string, asked: readonly Asked[]): Promise<(id: string) => OwnMarks> {
  const ids = asked.map(({ id }) => id)
  const rows = await ctx
    .db('conversation_participants')
    .where({ userId })
    .whereIn('conversationId', ids)
    .select<Row[]>('conversationId', 'lastReadAt', 'pinnedAt')
  const mine = new Map(rows.map((row) => [row.conversationId, row]))
  const since = asked.flatMap(({ id, lastActivityAt }): Since[] => {
    const readAt = readInstant(mine.get(id)?.lastReadAt ?? 0)
    // Whoever has a conversation open takes the mark along with its activity: of what nothing happened in since, nothing is counted.
    return readAt < lastActivityAt ? [{ conversationId: id, readAt }] : []
  })
  const counts = await countUnread(ctx, userId, since)
  return (id) => ({ unread: counts.get(id) ?? 0, pinned: (mine.get(id)?.pinnedAt ?? null) !== null })
}

/** The messages of others after an instant, one statement for all: each part reads its piece of the index and stops at the limit. */
async function countUnread({ db }: Ctx, userId: string, since: readonly Since[]): Promise<Map<string, number>> {
  const [first, ...others] = since.map(({ conversationId, readAt }) => {
    const few = db('prompts')
      .select('conversationId')
      .where({ conversationId, deletedAt: null, chosen: true })
      .where('createdAt', '>', readAt)
      .whereNot('authorId', userId)
      .limit(limits.unread)
    return db.from(few.as('few')).max({ conversationId: 'conversationId' }).count({ unread: '*' })
  })
  if (!first) return new Map()
  const rows: { conversationId: string | null; unread: number }[] = await first.unionAll(others)
  // A part that found nothing does not say what it looked for.
  return new Map(rows.flatMap(({ conversationId, unread }) => (conversationId === null ? [] : [[conversationId, unread]])))
}
