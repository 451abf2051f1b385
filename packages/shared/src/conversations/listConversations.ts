import { limits, type ConversationList, type ConversationSummary, type listConversationsSchema } from '@prologue/contracts'
import type { Knex } from 'knex'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { literally, readInstant } from '../database/index.ts'
import { abilitiesIn, signedIn } from '../policies/index.ts'
import { cutPage, instantPlace, onlyAfter, readCursor } from '../pages.ts'
import { ownMarks } from './ownMarks.ts'

type Input = z.infer<typeof listConversationsSchema>
type Known = Pick<ConversationSummary, 'id' | 'title' | 'status' | 'role' | 'lastActivityAt'>
type Row = Omit<Known, 'lastActivityAt'> & { lastActivityAt: Date | number }

/** The actor's conversations, the latest activity first; beside the first page those they pinned, the one pinned last first. */
export async function listConversations(ctx: Ctx, input: Input): Promise<ConversationList> {
  const { userId } = signedIn(ctx.actor)
  const place = readCursor(input.cursor, instantPlace)
  const pinned = await read(
    conversationsOf(ctx, userId, input)
      .whereNotNull('mine.pinnedAt')
      .orderBy([
        { column: 'mine.pinnedAt', order: 'desc' },
        { column: 'mine.conversationId', order: 'desc' },
      ])
      .limit(limits.pinned),
  )
  const others = conversationsOf(ctx, userId, input)
    .orderBy([
      { column: 'mine.lastActivityAt', order: 'desc' },
      { column: 'mine.conversationId', order: 'desc' },
    ])
    .limit(limits.page + 1)
  // By their ids: asked whether they are pinned, the rows themselves would have to be read, and the index is enough.
  if (pinned.length > 0) {
    const ids = pinned.map(({ id }) => id)
    void others.whereNotIn('mine.conversationId', ids)
  }
  onlyAfter(ctx, others, ['mine.lastActivityAt', 'mine.conversationId'], place)
  const { items, nextCursor } = cutPage(await read(others), limits.page, ({ lastActivityAt, id }) => [lastActivityAt, id])

  const beside = place ? [] : pinned
  const marksOf = await ownMarks(ctx, userId, [...beside, ...items])
  const present = (known: Known): ConversationSummary => ({
    ...known,
    ...marksOf(known.id),
    abilities: abilitiesIn({ conversation: known, role: known.role }),
  })
  return { items: items.map(present), nextCursor, pinned: beside.map(present) }
}

/** Those of somebody's conversations that were asked for, in no order. */
function conversationsOf(ctx: Ctx, userId: string, { status, role, search }: Input): Knex.QueryBuilder<object, Row[]> {
  const query = ctx
    .db('conversation_participants as mine')
    .join('conversations', 'conversations.id', 'mine.conversationId')
    .join('users as owner', 'owner.id', 'conversations.ownerId')
    .where('mine.userId', userId)
    .where('conversations.status', status)
    .whereNull('conversations.deletedAt')
    .whereNull('owner.deletedAt')
    .select<Row[]>('conversations.id', 'conversations.title', 'conversations.status', 'mine.lastActivityAt', 'mine.role')
  if (role) void query.where('mine.role', role === 'mine' ? '=' : '<>', 'owner')
  if (search) void query.whereRaw("lower(conversations.title) like ? escape '!'", [`%${literally(search.toLowerCase())}%`])
  return query
}

async function read(query: Knex.QueryBuilder<object, Row[]>): Promise<Known[]> {
  const rows: Row[] = await query
  return rows.map(({ id, title, status, role, lastActivityAt }) => ({
    id,
    title,
    status,
    role,
    lastActivityAt: readInstant(lastActivityAt),
  }))
}
