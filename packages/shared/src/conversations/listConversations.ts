import { limits, type ConversationSummary, type listConversationsSchema } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { abilitiesIn, signedIn } from '../policies/index.ts'
import { cutPage, instantPlace, onlyAfter, readCursor } from '../pages.ts'

type Row = Omit<ConversationSummary, 'lastActivityAt' | 'abilities'> & { lastActivityAt: Date | number }

/** The actor's conversations, the latest activity first. */
export async function listConversations(ctx: Ctx, input: z.infer<typeof listConversationsSchema>) {
  const { userId } = signedIn(ctx.actor)
  const query = ctx
    .db('conversation_participants as mine')
    .join('conversations', 'conversations.id', 'mine.conversationId')
    .join('users as owner', 'owner.id', 'conversations.ownerId')
    .where('mine.userId', userId)
    .where('conversations.status', input.status)
    .whereNull('conversations.deletedAt')
    .whereNull('owner.deletedAt')
    .orderBy([
      { column: 'mine.lastActivityAt', order: 'desc' },
      { column: 'mine.conversationId', order: 'desc' },
    ])
    .limit(limits.page + 1)
    .select<Row[]>('conversations.id', 'conversations.title', 'conversations.status', 'mine.lastActivityAt', 'mine.role')
  if (input.search) {
    const literal = input.search.toLowerCase().replace(/[!%_]/g, (character) => `!${character}`)
    void query.whereRaw("lower(conversations.title) like ? escape '!'", [`%${literal}%`])
  }
  onlyAfter(ctx, query, ['mine.lastActivityAt', 'mine.conversationId'], readCursor(input.cursor, instantPlace))
  const rows = (await query).map(({ id, title, status, role, lastActivityAt }): ConversationSummary => ({
    id,
    title,
    status,
    role,
    lastActivityAt: readInstant(lastActivityAt),
    abilities: abilitiesIn({ conversation: { status }, role }),
  }))
  return cutPage(rows, limits.page, ({ lastActivityAt, id }) => [lastActivityAt, id])
}
